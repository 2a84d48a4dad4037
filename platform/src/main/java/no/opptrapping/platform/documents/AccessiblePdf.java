package no.opptrapping.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.logging.Level;

/**
 * Makes PDF/UA-1 (ISO 14289-1) of a page: tagged, with the page's title and language, and its fonts within it. The page
 * is the well-formed XHTML that a browser shows, printed by its own style for paper and a few lines more where the
 * renderer knows less than a browser (<code>documents/paper.css</code>).
 *
 * <p>The same page and moment give the same bytes, on whichever machine. Nothing is fetched: no address, file or font
 * from outside is asked for, whatever the page names.
 */
public final class AccessiblePdf {
    static {
        OwnFonts.alone();
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private AccessiblePdf() {}

    /**
     * The page as a document.
     *
     * @param page well-formed XHTML that has <code>lang</code> and a title
     * @param written when the document says that it was written, to the second
     * @throws IllegalArgumentException when the page is not well-formed, or has no title or language
     */
    public static byte[] of(String page, Instant written) {
        var printed = PrintedPage.of(page);
        var bytes = new ByteArrayOutputStream();
        try (var renderer = asking(printed, bytes).buildPdfRenderer()) {
            renderer.setListener(new Finish(printed, written));
            renderer.layout();
            renderer.createPDF();
        } catch (IOException notOfOurMaking) {
            throw new UncheckedIOException(notOfOurMaking);
        }
        return bytes.toByteArray();
    }

    private static PdfRendererBuilder asking(PrintedPage page, ByteArrayOutputStream bytes) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(OwnFonts::regular, OwnFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(OwnFonts::bold, OwnFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((_, _) -> null);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, moment);
        }
        builder.withProducer("Opptrapping");
        builder.withW3cDocument(page.document(), null);
        builder.toStream(bytes);
        return builder;
    }
}
