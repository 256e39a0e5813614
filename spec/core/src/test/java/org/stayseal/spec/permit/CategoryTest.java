package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CategoryTest {

    @Test
    void theCategoriesAreThoseOfTheRegistryAndNoOthers() throws IOException {
        JsonNode registry = JsonMapper.shared()
                .readTree(Files.readString(Conformance.root().resolve("spec/registry/categories.json")));
        assertThat(registry.path("categories")).hasSize(Category.values().length);
        for (JsonNode entry : registry.path("categories")) {
            Category category = Category.ofCode(entry.path("code").intValue()).orElseThrow();
            assertThat(entry.path("name").stringValue()).isEqualTo(category.key());
            assertThat(entry.path("grants").stringValue())
                    .isEqualTo(category.effect().name().toLowerCase(Locale.ROOT));
            assertThat(entry.at("/title/en").stringValue()).isNotBlank();
        }
    }
}
