package org.huying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.huying.shape.sample.Sample;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModulesTest {
    private static final Pattern DECLARED =
            Pattern.compile("@ApplicationModule\\(\\s*displayName = \"([^\"]+)\"");

    @Test
    void dependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Huying.class).verify();
    }

    /// Packages of the tests have a `package-info` of the same name; it must not stand before the one that declares.
    @Test
    void areSeenWithWhatTheyDeclare() throws IOException {
        var modules = ApplicationModules.of(Huying.class);
        int seen = 0;
        for (var module : modules) {
            var path =
                    Path.of(
                            "src/main/java",
                            module.getBasePackage().getName().replace('.', '/'),
                            "package-info.java");
            var declared = DECLARED.matcher(Files.readString(path));
            assertThat(declared.find()).as("%s declares a module", path).isTrue();
            assertThat(module.getDisplayName()).as(path.toString()).isEqualTo(declared.group(1));
            seen++;
        }
        assertThat(seen).isGreaterThan(15);
    }

    @Test
    void aDependencyThatWasNotDeclaredIsFound() {
        ImportOption samples = location -> location.contains("/shape/sample/");
        var broken = ApplicationModules.of(Sample.class, samples);
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }
}
