package org.huying.org.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class OrganisationLinesTest {

    @Test
    void readsBodiesInAnyOrderOfLines() throws IOException {
        var lines =
                read(
                        """
                        key,name,kind,parent,anchor
                        lamps-east,路灯所东站,team,lamps,370481001
                        lamps, 路灯管理所 ,department,city,

                        c-1,东门社区居委会,COMMUNITY_COMMITTEE,,370481001001
                        """);
        assertThat(lines.flaws()).isEmpty();
        assertThat(lines.entries())
                .containsExactly(
                        entry("lamps-east", "路灯所东站", OrganisationKind.TEAM, "lamps", "370481001"),
                        entry("lamps", "路灯管理所", OrganisationKind.DEPARTMENT, "city", ""),
                        entry(
                                "c-1",
                                "东门社区居委会",
                                OrganisationKind.COMMUNITY_COMMITTEE,
                                "",
                                "370481001001"));
    }

    @Test
    void namesLineAndFieldOfEverythingThatIsWrong() throws IOException {
        var lines =
                read(
                        """
                        key,name,kind,parent,anchor
                        Lamps,,ministry,nobody,440310
                        lamps,路灯管理所,department,lamps,370481
                        water,供水公司,department,,
                        water,供水公司,department,,
                        """);
        assertThat(lines.flaws())
                .extracting(flaw -> flaw.line() + " " + flaw.field())
                .containsExactlyInAnyOrder(
                        "2 key", "2 name", "2 kind", "2 parent", "2 anchor", "3 parent", "5 key");
    }

    @Test
    void refusesATableWithOtherColumns() {
        assertThatThrownBy(() -> read("name,kind\n甲,department\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key,name,kind,parent,anchor");
    }

    private static OrganisationLines read(String table) throws IOException {
        return OrganisationLines.read("370481", new StringReader(table), Set.of("city"));
    }

    private static OrgEdits.Entry entry(
            String key, String name, OrganisationKind kind, String parent, String anchor) {
        return new OrgEdits.Entry(
                key,
                name,
                kind,
                Optional.of(parent).filter(it -> !it.isEmpty()),
                Optional.of(anchor).filter(it -> !it.isEmpty()).map(TerritoryCode::of));
    }
}
