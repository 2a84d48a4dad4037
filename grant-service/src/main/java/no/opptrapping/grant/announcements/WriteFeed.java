package no.opptrapping.grant.announcements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.opptrapping.platform.language.Language;

/** Writes the feed of calls (Atom, RFC 4287): what was forecast, announced, changed, decided or called off, newest first. */
@ApplicationScoped
public class WriteFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST = 100;

    private final PublicCalls calls;
    private final CallWords words;

    WriteFeed(PublicCalls calls, CallWords words) {
        this.calls = calls;
        this.words = words;
    }

    /** The feed in the language; an entry for each call, which is updated with it. */
    @Transactional
    public String in(Language language) {
        var newest = calls.newest(MOST);
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.tag());
            element(xml, "id", "tag:opptrapping.no,2026:calls");
            element(xml, "title", words.name(language));
            element(
                    xml,
                    "updated",
                    newest.stream()
                            .map(PublicCall::changedAt)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement("author");
            element(xml, "name", "Helsedirektoratet");
            xml.writeEndElement();
            link(xml, "self", "/v1/calls/feed");
            for (var call : newest) {
                entry(xml, call, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A feed is written to memory", impossible);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, PublicCall call, Language language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + call.id());
        element(xml, "title", words.news(call, language));
        element(xml, "published", call.publishedAt().toString());
        element(xml, "updated", call.changedAt().toString());
        element(xml, "summary", words.about(call, language));
        link(xml, "alternate", (call.isExpected() ? "/v1/forecasts/" : "/v1/calls/") + call.id());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
