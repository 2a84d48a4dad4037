package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Result;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The structure of a message of ISO 20022: which elements there are, in which order, and which must be. It is that of the
 * library's classes, which are made from the standard's own schema.
 */
final class IsoStructure {
    private static final int MOST_FAULTS = 20;

    private final Schema schema;

    private IsoStructure(Schema schema) {
        this.schema = schema;
    }

    static IsoStructure of(Class<? extends AbstractMX> message) {
        try {
            var written = new StringWriter();
            JAXBContext.newInstance(message).generateSchema(new SchemaOutputResolver() {
                @Override
                public Result createOutput(String namespace, String file) {
                    // The types have no namespace in the library; the root element, which has one, is written below.
                    var result = new StreamResult(namespace.isEmpty() ? written : new StringWriter());
                    result.setSystemId(file);
                    return result;
                }
            });
            var withRoot = written.toString()
                    .replace("</xs:schema>", "<xs:element name=\"Document\" type=\"Document\"/></xs:schema>");
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new IsoStructure(factory.newSchema(new StreamSource(new StringReader(withRoot))));
        } catch (JAXBException | SAXException | IOException bug) {
            throw new IllegalStateException("No structure of " + message.getSimpleName(), bug);
        }
    }

    /** A place in a file that is not as it must be. */
    record Fault(int line, String text) {}

    /** What of the file is not as it must be: the first twenty faults. */
    List<Fault> faults(byte[] file) {
        var faults = new ArrayList<Fault>();
        var validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException warning) {}

            @Override
            public void error(SAXParseException error) {
                if (faults.size() < MOST_FAULTS) {
                    faults.add(fault(error));
                }
            }

            @Override
            public void fatalError(SAXParseException error) throws SAXException {
                throw error;
            }
        });
        try {
            validator.validate(new SAXSource(new Bare(reader()), new InputSource(new ByteArrayInputStream(file))));
        } catch (SAXParseException malformed) {
            faults.add(fault(malformed));
        } catch (SAXException | IOException | ParserConfigurationException bug) {
            throw new IllegalStateException("A file could not be checked", bug);
        }
        return faults;
    }

    private static Fault fault(SAXParseException fault) {
        return new Fault(fault.getLineNumber(), String.valueOf(fault.getMessage()));
    }

    /** Reads no document type and nothing from elsewhere. */
    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        var parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setXIncludeAware(false);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newSAXParser().getXMLReader();
    }

    /** Elements without their namespaces, as the library's types have them. */
    private static final class Bare extends XMLFilterImpl {
        Bare(XMLReader reader) {
            super(reader);
        }

        @Override
        public void startElement(String namespace, String local, String name, Attributes attributes)
                throws SAXException {
            super.startElement("", local, local, attributes);
        }

        @Override
        public void endElement(String namespace, String local, String name) throws SAXException {
            super.endElement("", local, local);
        }

        @Override
        public void startPrefixMapping(String prefix, String namespace) {}

        @Override
        public void endPrefixMapping(String prefix) {}
    }
}
