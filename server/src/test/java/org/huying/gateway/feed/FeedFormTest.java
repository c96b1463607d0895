package org.huying.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.gateway.sending.Characters;
import org.huying.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in a title, a feed can be read and says it.
class FeedFormTest {

    private static final Instant AT = Instant.parse("2026-11-30T01:02:03Z");
    private static final UUID ID = UUID.fromString("0198c7a0-0000-7000-8000-000000000001");

    private static Feed feed(String title) {
        var entry = new Entry(ID, title, title + "，正在办理。", "路灯", AT, AT.plusSeconds(60));
        return new Feed(
                "滕州市：件件有回声",
                "https://huying.example.org/resident/",
                "https://huying.example.org/api/v1/370481/feeds/370481/rss.xml",
                Language.ZH,
                List.of(entry));
    }

    private static Document parsed(String xml)
            throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String element, int index) {
        return document.getElementsByTagName(element).item(index).getTextContent();
    }

    @Test
    void isWhatReadersExpect() throws Exception {
        var rss = parsed(Rss.of(feed("路灯")));
        var root = rss.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        assertThat(text(rss, "title", 0)).isEqualTo("滕州市：件件有回声");
        assertThat(text(rss, "lastBuildDate", 0)).isEqualTo("Mon, 30 Nov 2026 01:03:03 GMT");
        assertThat(text(rss, "pubDate", 0)).isEqualTo("Mon, 30 Nov 2026 01:02:03 GMT");
        assertThat(text(rss, "guid", 0)).isEqualTo("urn:uuid:" + ID);
        var json = JsonMapper.shared().readTree(JsonFeed.of(feed("路灯")));
        assertThat(json.at("/version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.at("/items/0/date_published").asString())
                .isEqualTo("2026-11-30T09:02:03+08:00");
        assertThat(json.at("/items/0/tags/0").asString()).isEqualTo("路灯");
    }

    @Test
    void hostileTitlesAreOnlyWords() throws Exception {
        var hostile =
                "]]></title><script>alert('x')</script><!-- & &amp; &xxe; \u0000\uFFFE\uD800 😀";
        var rss = parsed(Rss.of(feed(hostile)));
        assertThat(rss.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(rss, "title", 1)).isEqualTo(Characters.clean(hostile));
    }

    @Property
    void everyTitleComesThrough(@ForAll String title) throws Exception {
        var clean = Characters.clean(title);
        assertThat(text(parsed(Rss.of(feed(title))), "title", 1)).isEqualTo(clean);
        var json = JsonMapper.shared().readTree(JsonFeed.of(feed(title)));
        assertThat(json.at("/items/0/title").asString()).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "a\rb\n\rc\r", "\u0085", "\u2028", "\u2029"})
    void lineEndsComeThrough(String title) throws Exception {
        everyTitleComesThrough(title);
    }

    @Test
    void anEmptyFeedIsOneToo() throws Exception {
        var empty = new Feed("滕州市", "https://h/", "https://h/f", Language.EN, List.of());
        assertThat(parsed(Rss.of(empty)).getElementsByTagName("item").getLength()).isZero();
        assertThat(JsonMapper.shared().readTree(JsonFeed.of(empty)).at("/items")).isEmpty();
    }
}
