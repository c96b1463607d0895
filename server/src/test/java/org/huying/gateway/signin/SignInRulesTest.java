package org.huying.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.huying.access.OutsideIdentity;
import org.huying.playbook.check.Finding;

/// What a file may say, and where anybody may be led.
class SignInRulesTest {

    @Property(tries = 3_000)
    void nobodyIsLedOutOfADoor(
            @ForAll @StringLength(max = 40) String door,
            @ForAll @StringLength(max = 80) String page) {
        judged(Local.inside(door, page));
        judged(Local.signIn(door, page, page));
    }

    @Property(tries = 3_000)
    void nobodyIsLedOutOfADoorByAPageThatLooksLikeOne(@ForAll("pages") String page) {
        judged(Local.inside("desk", page));
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.strings()
                .withChars("/\\.:@?=&%#;ab0 \r\n\t")
                .ofMaxLength(30)
                .map(it -> "/" + it);
    }

    private static void judged(String where) {
        assertThat(where).matches("/(desk|field)/[\\x21-\\x7e]*").doesNotContain("//", "\\");
        var led = URI.create("https://huying.example/").resolve(URI.create(where)).normalize();
        assertThat(led.getHost()).isEqualTo("huying.example");
        assertThat(led.getPath()).matches("/(desk|field)/.*");
    }

    @Example
    void leadsToThePageThatWasAskedFor() {
        assertThat(Local.inside("desk", "/matter/0190-x?tab=story&n=%E8%8D%86"))
                .isEqualTo("/desk/matter/0190-x?tab=story&n=%E8%8D%86");
        assertThat(Local.inside("screen", "/x")).isEqualTo("/desk/x");
        assertThat(Local.inside("field", "/../desk")).isEqualTo("/field/");
    }

    @Example
    void theSamplesPass() {
        for (var sample : List.of("city-identity", "zhe-gov-ding", "wecom-style")) {
            var checked = ProviderFile.read(sample, sample(sample));
            assertThat(codes(checked)).as(sample).isEmpty();
            assertThat(checked.plan().orElseThrow().key()).isEqualTo(sample);
        }
        var needs =
                ProviderFile.read("x", sample("zhe-gov-ding")).plan().orElseThrow().way().needs();
        assertThat(needs).containsExactly("app-key", "app-secret");
    }

    @Example
    void peopleAreNotKnownByNameTelephoneOrMail() {
        var oidc = sample("city-identity");
        for (var claim : List.of("email", "name", "phone_number", "preferred_username")) {
            assertThat(
                            codes(
                                    ProviderFile.read(
                                            "x",
                                            oidc.replace("account: sub", "account: " + claim))))
                    .containsExactly("no-id");
        }
        var code = sample("wecom-style").replace("account: /userid", "account: /data/mobile");
        assertThat(codes(ProviderFile.read("x", code))).containsExactly("no-id");
    }

    @Example
    void everyMistakeIsFoundAtOnce() {
        var file =
                """
                provider: x1
                name: 坏的
                by: code
                at: ftp://huying.example
                code:
                  start: "https://id.example/?back={back}"
                  steps:
                    - url: "https://id.example/token?code={code}&x={nothing}"
                      take: { time: /t }
                      keep: 60
                  account: /id
                """;
        assertThat(codes(ProviderFile.read("x", file)))
                .containsExactlyInAnyOrder(
                        "bad-url", "no-state", "unknown-value", "taken", "kept-code");
        assertThat(codes(ProviderFile.read("x", file.replace("{code}", "1")))).contains("no-code");
        assertThat(
                        codes(
                                ProviderFile.read(
                                        "x",
                                        "provider: x1\nname: x\nby: oidc\nat: https://a.example\n")))
                .contains("missing");
        assertThat(
                        codes(
                                ProviderFile.read(
                                        "x",
                                        sample("city-identity")
                                                .replace("[RS256]", "[none, HS256]"))))
                .isNotEmpty();
    }

    @Example
    void anAccountIdIsSomethingThatCanBeSeen() {
        assertThat(List.of("a", "张三@1", "1".repeat(200))).allMatch(OutsideIdentity::fits);
        assertThat(List.of("", " ", " a", "a ", "a\nb", "a\u0000", "1".repeat(201)))
                .noneMatch(OutsideIdentity::fits);
    }

    private static List<String> codes(ProviderFile.Checked checked) {
        return checked.findings().all().stream().map(Finding::code).toList();
    }

    private static String sample(String name) {
        try (var file =
                Objects.requireNonNull(
                        SignInRulesTest.class.getResourceAsStream(
                                "/providers/" + name + ".yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
