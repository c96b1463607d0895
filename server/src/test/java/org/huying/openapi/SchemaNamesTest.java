package org.huying.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huying.openapi.SchemaKeys.TypeKey;
import org.junit.jupiter.api.Test;

/// Each type of the API has a name of its own in the description.
class SchemaNamesTest {

    /// Holds what others hold too.
    static final class FirstController {
        record Page(List<Line> lines, Sheet<Line> sheet) {}

        record Line(String words) {}

        record Only(int count) {}
    }

    static final class SecondViews {
        record Page(int pages) {}
    }

    static final class Views {
        record Page(int pages) {}
    }

    record Sheet<T>(T of) {}

    record Both(FirstController.Page first, SecondViews.Page second, Views.Page third) {}

    @Test
    void aTypeAloneKeepsItsName() {
        assertThat(names(FirstController.Only.class)).containsExactly("Only");
    }

    @Test
    void whereTwoHaveTheSameNameEachTakesThatOfWhatHoldsIt() {
        assertThat(names(FirstController.Page.class, SecondViews.Page.class, Views.Page.class))
                .containsExactly("FirstPage", "SecondPage", "OpenapiPage");
    }

    @Test
    void whatIsGenericSaysOfWhat() {
        var keys = keys(FirstController.Line.class, Sheet.class);
        keys.put(
                "sheet-of-line",
                new TypeKey(Sheet.class, List.of(key(FirstController.Line.class))));
        assertThat(SchemaNames.of(List.of("sheet-of-line"), keys)).containsValue("SheetOfLine");
    }

    @Test
    void refusesTwoTypesThatWouldStillShareOne() {
        var keys = keys(FirstController.Only.class);
        assertThatThrownBy(() ->
                        SchemaNames.of(List.of("Only", key(FirstController.Only.class)), keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would be called Only");
    }

    @Test
    void theLibraryKeepsTypesOfOneNameApart() {
        var schemas = resolved().referencedSchemas;
        var names = SchemaNames.of(schemas.keySet(), SchemaKeys.ALL.known());
        assertThat(names)
                .containsValues("FirstPage", "SecondPage", "OpenapiPage", "SheetOfLine", "Both");
        Schema<?> second = Objects.requireNonNull(schemas.get(key(SecondViews.Page.class)));
        assertThat(second.getProperties()).containsOnlyKeys("pages");
    }

    private static ResolvedSchema resolved() {
        var converters = new ModelConverters(true);
        converters.addConverter(new ModelResolver(Json31.mapper(), SchemaKeys.ALL).openapi31(true));
        return converters.readAllAsResolvedSchema(Both.class);
    }

    private static List<String> names(Class<?>... types) {
        var keys = keys(types);
        return List.copyOf(
                new LinkedHashMap<>(SchemaNames.of(keys.keySet(), keys)).sequencedValues());
    }

    private static Map<String, TypeKey> keys(Class<?>... types) {
        var keys = new LinkedHashMap<String, TypeKey>();
        for (var type : types) {
            keys.put(key(type), new TypeKey(type, List.of()));
        }
        return keys;
    }

    private static String key(Class<?> type) {
        return SchemaKeys.ALL.getNameOfClass(type);
    }
}
