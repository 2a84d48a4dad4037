package no.opptrapping.platform.documents;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * What the renderer leaves undone before a document is written: links say where they lead (ISO 14289-1, 7.18.5), and
 * nothing in it tells of the moment or the machine that it was made on.
 */
final class Finish implements PDFCreationListener {
    private static final Pattern DATE = Pattern.compile("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>");

    private final PrintedPage page;
    private final ZonedDateTime written;

    Finish(PrintedPage page, Instant written) {
        this.page = page;
        this.written = written.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    }

    @Override
    public void preOpen(PdfBoxRenderer renderer) {}

    @Override
    public void preWrite(PdfBoxRenderer renderer, int pageCount) {}

    @Override
    public void onClose(PdfBoxRenderer renderer) {
        var document = renderer.getPdfDocument();
        try {
            nameLinks(document);
            date(document);
        } catch (IOException notOfOurMaking) {
            throw new UncheckedIOException(notOfOurMaking);
        }
    }

    private void nameLinks(PDDocument document) throws IOException {
        for (var sheet : document.getPages()) {
            for (var annotation : sheet.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link) {
                    link.setContents(textOf(link));
                }
            }
        }
    }

    private String textOf(PDAnnotationLink link) {
        return link.getAction() instanceof PDActionURI uri ? page.textOfLink(uri.getURI()) : page.title();
    }

    private void date(PDDocument document) throws IOException {
        var information = document.getDocumentInformation();
        var moment = GregorianCalendar.from(written);
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        document.setDocumentId(written.toEpochSecond());
        var catalog = document.getDocumentCatalog();
        var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        var dated = DATE.matcher(metadata)
                .replaceAll("<xmp:$1>" + written.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "</xmp:$1>");
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
    }
}
