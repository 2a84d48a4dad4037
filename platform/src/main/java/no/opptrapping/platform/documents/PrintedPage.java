package no.opptrapping.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page as it is printed: with the style for paper, and the description that PDF/UA wants when it has none. */
record PrintedPage(Document document, String title) {
    private static final String PAPER = read("/documents/paper.css");

    /** Reads it, without looking at anything outside. */
    static PrintedPage of(String page) {
        var document = parse(page);
        var root = document.getDocumentElement();
        var heads = root.getElementsByTagName("head");
        var titles = root.getElementsByTagName("title");
        if (root.getAttribute("lang").isBlank() || heads.getLength() != 1 || titles.getLength() < 1) {
            throw new IllegalArgumentException("A page that is kept says its title and its language");
        }
        var title = titles.item(0).getTextContent().strip();
        var head = (Element) heads.item(0);
        var description = document.createElement("meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", title);
        head.appendChild(description);
        var style = document.createElement("style");
        style.setTextContent(PAPER);
        head.appendChild(style);
        return new PrintedPage(document, title);
    }

    /** What the page calls the link to the address; the address where no link of it leads there. */
    String textOfLink(String address) {
        var links = document.getElementsByTagName("a");
        for (var i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            if (link.getAttribute("href").equals(address)
                    && !link.getTextContent().isBlank()) {
                return link.getTextContent().strip();
            }
        }
        return address;
    }

    private static Document parse(String page) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("The page is not well-formed: " + malformed.getMessage(), malformed);
        } catch (ParserConfigurationException | IOException notOfOurMaking) {
            throw new IllegalStateException(notOfOurMaking);
        }
    }

    private static String read(String resource) {
        try (InputStream stream = PrintedPage.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
