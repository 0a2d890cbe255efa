package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Definition.Trigger;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Wording;
import io.openteller.procedures.expressions.Templates;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether every text is there in every language of the bank. More languages than that do no harm. */
class TextCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Texts texts = new Texts(subject.languages(), findings);
        texts.wording(null, "title", subject.definition().title());
        Trigger trigger = subject.definition().trigger();
        if (!trigger.phrases().isEmpty()) {
            texts.languages(null, "trigger.phrases", trigger.phrases());
        }
        subject.definition().nodes().forEach((id, node) -> {
            switch (node) {
                case Node.Ask ask -> {
                    texts.wording(id, "text", ask.text());
                    texts.wording(id, "answer.label", ask.answer().label());
                    ask.answer().choices().forEach(
                            choice -> texts.wording(id, "label of the choice '" + choice.value() + "'", choice.label()));
                }
                case Node.Classify classify -> classify.labels().forEach(
                        label -> texts.languages(id, "phrases of the label '" + label.label() + "'", label.phrases()));
                case Node.Say say -> texts.wording(id, "text", say.text());
                case Node.Confirm confirm -> texts.wording(id, "text", confirm.text());
                case Node.Approve approve -> texts.wording(id, "text", approve.text());
                case Node.Handoff handoff -> texts.wording(id, "text", handoff.text());
                case Node.End end -> texts.wording(id, "text", end.text());
                case Node.Verify verify -> {}
                case Node.Operate operate -> {}
                case Node.Decide decide -> {}
                case Node.Notify notify -> {}
                case Node.Wait wait -> {}
                case Node.Subflow subflow -> {}
            }
        });
    }

    private record Texts(Set<String> wanted, Findings findings) {

        void wording(@Nullable String node, String field, @Nullable Wording wording) {
            if (wording != null) {
                languages(node, field, wording.byLanguage());
                wording.byLanguage().forEach((language, text) -> {
                    if (Templates.isUnclosed(text)) {
                        findings.add(Rule.BAD_EXPRESSION, node, "'" + field + "." + language + "' has a ${ without its }.");
                    }
                });
            }
        }

        void languages(@Nullable String node, String field, Map<String, ?> byLanguage) {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(byLanguage.keySet());
            if (!missing.isEmpty()) {
                findings.add(Rule.TEXT_MISSING, node, "'" + field + "' is not there in " + Subject.list(missing) + ".");
            }
        }
    }
}
