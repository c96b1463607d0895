package org.huying.gateway.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.huying.gateway.sending.Characters;

/// A feed as RSS 2.0. Total: whatever stands in a title, the answer is well-formed.
final class Rss {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MINUTES = 1;

    private Rss() {}

    static String of(Feed feed) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            channel(xml, feed);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text can always be written", e);
        }
        return text.toString();
    }

    private static void channel(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
        xml.writeStartElement("channel");
        element(xml, "title", feed.title());
        element(xml, "link", feed.home());
        element(xml, "description", feed.title());
        element(xml, "language", feed.language().pick("zh-cn", "en"));
        element(xml, "lastBuildDate", time(feed.changed()));
        element(xml, "ttl", Integer.toString(MINUTES));
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", Characters.clean(feed.self()));
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        for (var entry : feed.entries()) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    private static void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", entry.title());
        element(xml, "description", entry.text());
        element(xml, "category", entry.item());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters("urn:uuid:" + entry.id());
        xml.writeEndElement();
        element(xml, "pubDate", time(entry.at()));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Characters.clean(text));
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
