package no.opptrapping.platform.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What keeps a document from being PDF/UA-1, as veraPDF sees it. */
public final class PdfUa {
    private PdfUa() {}

    /** Each fault with its clause of ISO 14289-1; none when the document is valid. */
    public static List<String> faults(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage() + " ("
                            + assertion.getLocation().getContext() + ")")
                    .toList();
        } catch (Exception unreadable) {
            throw new IllegalArgumentException("This is no PDF", unreadable);
        }
    }
}
