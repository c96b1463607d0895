package org.huying.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huying.database.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceShapeTest {
    private static final String[] MAIN = {"server/src/main/java", "bench/src/main/java"};
    private static final String[] ALL = {
        "server/src/main/java", "bench/src/main/java", "server/src/test/java", "bench/src/test/java"
    };

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;

    /// A test that holds a whole file or tells a whole story in text blocks.
    private static final int LONGEST_STORY = 52;

    private static final int MOST_PARAMETERS = 6;
    private static final int MOST_PARTS = 9;
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(
                    ".*(Utils?|Impl|Manager|Helper|DTO|Dto|VO|Wrapper)|I[A-Z][a-z].*Service");
    private static final Pattern NOW =
            Pattern.compile(
                    "\\b(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)|currentTimeMillis\\(");
    private static final Pattern MOCK = Pattern.compile("import (static )?(org\\.mockito|lombok)");
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\.sleep\\(|new Random\\(\\)|Math\\.random\\(");
    private static final Pattern OFFSET = Pattern.compile("\\bOFFSET\\s+(:|[1-9]|\\?|\\$)");
    private static final Pattern MODULE =
            Pattern.compile("server/src/main/java/org/huying/([a-z]+)/.*");

    private final Sources all = Sources.of(ALL);
    private final Sources main = Sources.of(MAIN);

    SourceShapeTest() throws IOException {}

    @Test
    void keepsFilesAndMethodsSmall() {
        assertThat(all.files).hasSizeGreaterThan(20);
        assertThat(all.methods).hasSizeGreaterThan(100);
        assertThat(files(all, file -> file.lines() > LONGEST_FILE)).isEmpty();
        assertThat(methods(main, method -> method.lines() > LONGEST_METHOD)).isEmpty();
        assertThat(methods(all, method -> method.lines() > LONGEST_STORY)).isEmpty();
        assertThat(methods(all, method -> method.parameters() > most(method) && !method.ofRecord()))
                .isEmpty();
    }

    /// A bean is given its parts by the container; nobody has to say them in order.
    private static int most(Sources.Method method) {
        return method.name().equals("<init>") ? MOST_PARTS : MOST_PARAMETERS;
    }

    @Test
    void namesThingsAfterWhatTheyAre() {
        assertThat(all.types).hasSizeGreaterThan(20);
        assertThat(
                        all.types.stream()
                                .filter(type -> FORBIDDEN_NAME.matcher(type.name()).matches())
                                .toList())
                .isEmpty();
        assertThat(
                        methods(
                                main,
                                method ->
                                        method.name().matches("get[A-Z].*") && !method.overrides()))
                .isEmpty();
        assertThat(FORBIDDEN_NAME.matcher("MatterServiceImpl").matches()).isTrue();
    }

    @Test
    void takesTheTimeFromTheClock() {
        assertThat(NOW.matcher("var now = Instant.now();").find()).isTrue();
        // the replay and the bench pace themselves by the wall clock
        assertThat(
                        files(
                                main,
                                file ->
                                        file.where().startsWith("server/")
                                                && !file.where().contains("/replay/")
                                                && NOW.matcher(file.text()).find()))
                .isEmpty();
    }

    @Test
    void neitherMocksNorSleepsNorThrowsDice() {
        var tests = Sources.class.getSimpleName() + "|" + SourceShapeTest.class.getSimpleName();
        assertThat(files(all, file -> MOCK.matcher(file.text()).find())).isEmpty();
        assertThat(
                        files(
                                all,
                                file ->
                                        file.where().contains("src/test/")
                                                && !file.where().matches(".*(" + tests + ")\\.java")
                                                && SLEEP.matcher(file.text()).find()))
                .isEmpty();
        assertThat(SLEEP.matcher("Thread.sleep(10)").find()).isTrue();
    }

    @Test
    void pagesByKeyOnly() {
        assertThat(OFFSET.matcher("LIMIT 10 OFFSET :from").find()).isTrue();
        assertThat(files(main, file -> OFFSET.matcher(file.text()).find())).isEmpty();
    }

    @Test
    void marksEveryPackageAsNullSafe() {
        var packages =
                main.files.stream()
                        .map(file -> file.where().replaceFirst("/[^/]*$", ""))
                        .distinct()
                        .toList();
        var marked =
                main.files.stream()
                        .filter(file ->
                                file.where().endsWith("/package-info.java")
                                        && file.text().contains("@NullMarked"))
                        .map(file -> file.where().replaceFirst("/[^/]*$", ""))
                        .toList();
        assertThat(marked).isNotEmpty().containsAll(packages);
    }

    @Test
    void touchesOnlyTheTablesOfItsOwnModule() {
        assertThat(foreignTable("matter").matcher("SELECT 1 FROM access.account").find()).isTrue();
        assertThat(foreignTable("access").matcher("SELECT 1 FROM access.account").find()).isFalse();
        assertThat(
                        files(
                                main,
                                file -> {
                                    var module = MODULE.matcher(file.where());
                                    return module.matches()
                                            && foreignTable(module.group(1))
                                                    .matcher(file.text())
                                                    .find();
                                }))
                .isEmpty();
    }

    private static Pattern foreignTable(String module) {
        var others = Migrations.MODULES.stream().filter(name -> !name.equals(module)).toList();
        return Pattern.compile(
                "\\b(FROM|JOIN|INTO|UPDATE|TABLE)\\s+(" + String.join("|", others) + ")\\.[a-z]");
    }

    private static List<String> files(Sources sources, Predicate<Sources.File> offends) {
        return sources.files.stream().filter(offends).map(Sources.File::where).toList();
    }

    private static List<Sources.Method> methods(
            Sources sources, Predicate<Sources.Method> offends) {
        return sources.methods.stream().filter(offends).toList();
    }
}
