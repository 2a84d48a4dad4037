package no.opptrapping.platform.attachments;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** XML that brings no definitions and nothing from elsewhere. */
final class PlainXml {
    private static final int MOST_ELEMENTS = 20_000;

    private PlainXml() {}

    /** The values of the attributes of each element, joined, in lower case; of elements that have the first of them. */
    static List<String> attributes(InputStream xml, String... names) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(xml);
        var found = new ArrayList<String>();
        while (reader.hasNext() && found.size() < MOST_ELEMENTS) {
            reader.next();
            if (reader.isStartElement() && reader.getAttributeValue(null, names[0]) != null) {
                found.add(Stream.of(names)
                        .map(name -> reader.getAttributeValue(null, name))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }
}
