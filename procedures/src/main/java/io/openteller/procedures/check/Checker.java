package io.openteller.procedures.check;
import io.openteller.operations.Catalogue;
import io.openteller.procedures.definition.*;
import java.util.*;
public final class Checker {
  public Checker(Catalogue c, Collection<String> l, Map<String, Definition> k) {}
  public List<Finding> check(Definition d) {
    List<Finding> f = new ArrayList<>();
    d.nodes().forEach((id, n) -> { if (n instanceof Node.Ask a && !d.nodes().containsKey(a.next())) f.add(new Finding(Finding.Rule.UNKNOWN_NODE, id, "x")); });
    return f;
  }
}
