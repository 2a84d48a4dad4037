package no.opptrapping.grant.pages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read as XML, as a maker of PDF reads it; a page that is not well-formed cannot be read. */
public record ReadPage(String html, Document tree) {
    public static ReadPage of(String html) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            return new ReadPage(html, factory.newDocumentBuilder().parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("Not well-formed: " + html, e);
        }
    }

    /** Leaves the page in <code>target/pages</code>, to be looked at in a browser. */
    public ReadPage kept(String name) {
        try {
            Files.writeString(Files.createDirectories(Path.of("target/pages")).resolve(name + ".html"), html);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Element> all(String element) {
        return all(tree.getDocumentElement(), element);
    }

    public static List<Element> all(Element within, String element) {
        var found = within.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    /** What stands in each of the elements. */
    public List<String> texts(String element) {
        return all(element).stream().map(Element::getTextContent).toList();
    }

    /** Everything that is read aloud, with ordinary spaces. */
    public String said() {
        return all("main").getFirst().getTextContent().replace('\u00a0', ' ');
    }
}
