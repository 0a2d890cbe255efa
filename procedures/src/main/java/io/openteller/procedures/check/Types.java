package io.openteller.procedures.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.procedures.definition.VariableType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of variables as CEL's checker knows them, made from the operations' output schemas. A reference is a type of its
 * own, which has no operation but being the same: so no text can become one, and none can become text.
 */
class Types {

    static final String MONEY = "money";
    static final String CUSTOMER = "customer";
    private static final String REFERENCE = "reference:";

    private final Map<String, StructType> structs = new LinkedHashMap<>();
    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
    private final Set<String> kinds = new HashSet<>();

    Types(Catalogue catalogue) {
        struct(MONEY, object("minor", "integer", "currency", "string"));
        struct(CUSTOMER, object("language", "string", "assurance", "string"));
        for (OperationSpec spec : catalogue.all()) {
            of(spec.output(), spec.name().toString());
        }
    }

    private static JsonNode object(String... namesAndTypes) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            schema.withObjectProperty("properties").putObject(namesAndTypes[i]).put("type", namesAndTypes[i + 1]);
            schema.withArrayProperty("required").add(namesAndTypes[i]);
        }
        return schema;
    }

    private CelType of(JsonNode schema, String name) {
        if (schema.has("x-reference")) {
            kinds.add(schema.path("x-reference").asText());
            return reference(schema.path("x-reference").asText());
        }
        if (schema.path("x-money").asBoolean()) {
            return money();
        }
        return switch (schema.path("type").asText()) {
            case "string" -> SimpleType.STRING;
            case "integer" -> SimpleType.INT;
            case "number" -> SimpleType.DOUBLE;
            case "boolean" -> SimpleType.BOOL;
            case "array" -> ListType.create(of(schema.path("items"), name));
            case "object" -> struct(name, schema);
            default -> SimpleType.DYN;
        };
    }

    private StructType struct(String name, JsonNode schema) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        schema.path("properties").propertyStream().forEach(
                property -> types.put(property.getKey(), of(property.getValue(), name + ":" + property.getKey())));
        ImmutableMap<String, CelType> fields = types.buildOrThrow();
        StructType struct = StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        structs.put(name, struct);
        schemas.put(name, schema);
        return struct;
    }

    private static CelType reference(String kind) {
        return OpaqueType.create(REFERENCE + kind);
    }

    CelType money() {
        return java.util.Objects.requireNonNull(structs.get(MONEY));
    }

    CelType customer() {
        return java.util.Objects.requireNonNull(structs.get(CUSTOMER));
    }

    /** Empty if the catalogue has no such operation, list or kind of reference. */
    Optional<CelType> of(VariableType type) {
        return switch (type) {
            case VariableType.Plain(VariableType.Kind kind) -> Optional.of(
                    switch (kind) {
                        case TEXT, DATE, TIME -> SimpleType.STRING;
                        case INTEGER -> SimpleType.INT;
                        case BOOLEAN -> SimpleType.BOOL;
                        case MONEY -> money();
                    });
            case VariableType.Reference(String kind) -> kinds.contains(kind) ? Optional.of(reference(kind)) : Optional.empty();
            case VariableType.Result result -> Optional.ofNullable(structs.get(result.operation().toString()));
            case VariableType.Item item -> Optional.ofNullable(structs.get(item.operation() + ":" + item.list()))
                    .filter(struct -> isList(item))
                    .map(CelType.class::cast);
        };
    }

    private boolean isList(VariableType.Item item) {
        JsonNode result = schemas.get(item.operation().toString());
        return result != null && result.path("properties").path(item.list()).path("type").asText().equals("array");
    }

    /** What the catalogue says about a field; missing if that is no object of the catalogue. */
    JsonNode field(CelType of, String field) {
        JsonNode schema = schemas.get(of.name());
        return schema == null ? JsonNodeFactory.instance.missingNode() : schema.path("properties").path(field);
    }

    /** Whether an object of this type may come without the field. */
    boolean isOptional(CelType of, String field) {
        JsonNode schema = schemas.get(of.name());
        return schema != null && schema.path("properties").has(field)
                && schema.path("required").valueStream().noneMatch(name -> name.asText().equals(field));
    }

    static boolean isReference(CelType type) {
        return type.name().startsWith(REFERENCE);
    }

    CelTypeProvider provider() {
        return new Provider(ImmutableMap.copyOf(structs));
    }

    private record Provider(ImmutableMap<String, StructType> structs) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(structs.get(name));
        }
    }

    /** As a writer of procedures calls it. */
    static String words(CelType type) {
        return switch (type.kind()) {
            case STRING -> "text";
            case INT, UINT -> "a whole number";
            case DOUBLE -> "a number";
            case BOOL -> "true or false";
            case TIMESTAMP -> "a time";
            case DURATION -> "a length of time";
            case NULL_TYPE -> "nothing";
            case LIST -> type.parameters().isEmpty() ? "a list" : "a list of " + plural(type.parameters().getFirst());
            case MAP -> "a group of fields";
            case STRUCT -> type.name().equals(MONEY) ? "money" : "an entry of " + type.name();
            case OPAQUE -> isReference(type) ? "a reference to a " + type.name().substring(REFERENCE.length()) : type.name();
            default -> "something of a type that cannot be known";
        };
    }

    private static String plural(CelType type) {
        return words(type).replaceFirst("^an? ", "");
    }
}
