package no.opptrapping.grant.awards.db;

import jakarta.persistence.Embeddable;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.InLanguages;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** The columns of the table award that tell of its scheme. */
@Embeddable
record PurposeColumns(
        SchemeId schemeId,
        int schemeVersion,
        String schemeCode,
        @EmbeddedColumnNaming("scheme_name_%s") InLanguages schemeName,
        String chapter,
        String item,
        String contactName,
        String contactEmail,
        String contactPhone) {
    static PurposeColumns of(Award.Purpose purpose) {
        return new PurposeColumns(
                purpose.scheme(),
                purpose.version(),
                purpose.code(),
                InLanguages.of(purpose.name()),
                purpose.chapter(),
                purpose.item(),
                purpose.contact().name(),
                purpose.contact().email(),
                purpose.contact().phone());
    }

    Award.Purpose purpose() {
        return new Award.Purpose(
                schemeId,
                schemeVersion,
                schemeCode,
                schemeName.text(),
                chapter,
                item,
                new Contact(contactName, contactEmail, contactPhone));
    }
}
