package no.opptrapping.grant.schemes.rest;

import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.db.SchemeEntity;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheme as the API shows it. */
@Schema(name = "Scheme")
record SchemeResponse(
        SchemeId id,
        String code,
        LocalisedText name,
        LocalisedText purpose,
        @Nullable LocalisedText goals,
        @Nullable LocalisedText targetGroup,
        @Nullable LocalisedText criteria,
        SchemeKind kind,
        String chapter,
        String item,
        SchemeReporting reporting,
        Contact contact) {
    static SchemeResponse of(SchemeEntity scheme) {
        return new SchemeResponse(
                new SchemeId(scheme.id),
                scheme.code,
                scheme.name,
                scheme.purpose,
                scheme.goals,
                scheme.targetGroup,
                scheme.criteria,
                scheme.kind,
                scheme.chapter,
                scheme.item,
                new SchemeReporting(
                        scheme.reportOpens,
                        scheme.reportDue,
                        scheme.reportForm,
                        scheme.simpleBelow,
                        scheme.auditorThreshold),
                new Contact(scheme.contactName, scheme.contactEmail, scheme.contactPhone));
    }
}
