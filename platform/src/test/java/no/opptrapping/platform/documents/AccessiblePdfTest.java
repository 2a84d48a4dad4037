package no.opptrapping.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import no.opptrapping.platform.testing.PdfUa;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AccessiblePdfTest {
    private static final Instant WRITTEN = Instant.parse("2025-03-14T09:26:53Z");

    private static final String LETTER = page("""
            <h1>Tilskotsbrev: rusarbeid i Ålesund</h1>
            <dl><dt>Til</dt><dd>Ålesund kommune</dd></dl>
            <section aria-labelledby="amount"><h2 id="amount">Beløp</h2>
            <p>Kommunen får 1 200 000 kroner − ikkje meir. <a href="https://example.no/forklaring">Slik er det rekna ut</a></p>
            </section>
            <table><caption>Fordeling</caption>
            <thead><tr><th scope="col">Kommune</th><th scope="col">Kroner</th></tr></thead>
            <tbody><tr><th scope="row">Ålesund</th><td>1 200 000</td></tr></tbody></table>
            <ul><li>Eitt tiltak</li><li>Eit anna</li></ul>
            """);

    private static String page(String body) {
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="nn" xml:lang="nn">
                <head><meta charset="utf-8"/><title>Tilskotsbrev</title></head><body><main>%s</main></body></html>
                """.formatted(body);
    }

    @Test
    void isValidPdfUa() {
        assertThat(PdfUa.faults(AccessiblePdf.of(LETTER, WRITTEN))).isEmpty();
    }

    @Test
    void isValidOverManyPages() {
        var sections = new StringBuilder("<h1>Søknad</h1>");
        for (var i = 1; i <= 60; i++) {
            sections.append("<h2>Tiltak %d</h2><p>%s</p>".formatted(i, "Lågterskeltilbod på kveldstid. ".repeat(12)));
        }
        assertThat(PdfUa.faults(AccessiblePdf.of(page(sections.toString()), WRITTEN)))
                .isEmpty();
    }

    @Test
    void saysItsTitleLanguageTextAndWhereItsLinksLead() throws IOException {
        try (var document = Loader.loadPDF(AccessiblePdf.of(LETTER, WRITTEN))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Tilskotsbrev");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nn");
            assertThat(document.getPage(0).getAnnotations())
                    .singleElement()
                    .satisfies(link -> assertThat(link.getContents()).isEqualTo("Slik er det rekna ut"));
            assertThat(new PDFTextStripper().getText(document))
                    .contains("1 200 000 kroner − ikkje meir", "Ålesund kommune");
        }
    }

    @Test
    void isTheSameToTheByteWhenItIsMadeAgainOfTheSame() {
        assertThat(AccessiblePdf.of(LETTER, WRITTEN)).isEqualTo(AccessiblePdf.of(LETTER, WRITTEN));
        assertThat(AccessiblePdf.of(LETTER, WRITTEN)).isNotEqualTo(AccessiblePdf.of(LETTER, WRITTEN.plusSeconds(1)));
    }

    @Test
    void asksForNothingFromOutside() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort();
            var curious = page("""
                    <style>@import url("%1$s/a.css"); p { background-image: url("%1$s/b.png"); }
                    @font-face { font-family: x; src: url("%1$s/c.ttf"); }</style>
                    <h1>Nysgjerrig</h1><p style="font-family: x">Tekst</p>
                    <img src="%1$s/d.png" alt="et bilde"/><img src="file:///etc/hostname" alt="en fil"/>
                    <object data="%1$s/e.pdf" type="application/pdf">noe</object>
                    """.formatted(there));
            assertThat(AccessiblePdf.of(curious, WRITTEN)).isNotEmpty();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsNoEntitiesFromOutside() {
        var hostile =
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html lang=\"nb\"><head><title>t</title></head><body><p>&x;</p></body></html>";
        try (var document = Loader.loadPDF(AccessiblePdf.of(hostile, WRITTEN))) {
            assertThat(new PDFTextStripper().getText(document).strip()).isIn("", "1 (1)");
        } catch (IllegalArgumentException | IOException refused) {
            assertThat(refused).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesWhatIsNoPage() {
        assertThatThrownBy(() -> AccessiblePdf.of("<p>uten slutt", WRITTEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not well-formed");
        assertThatThrownBy(() -> AccessiblePdf.of("<html><head><title>t</title></head><body/></html>", WRITTEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
