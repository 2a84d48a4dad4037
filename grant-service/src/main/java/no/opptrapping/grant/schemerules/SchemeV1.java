package no.opptrapping.grant.schemerules;

import java.time.LocalDate;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.language.LocalisedText;

/** What scheme.v1 carries (contracts/scheme.v1.schema.json). */
record SchemeV1(
        SchemeId schemeId,
        int version,
        String code,
        LocalisedText name,
        SchemeKind kind,
        Contact contact,
        LocalDate inForceFrom,
        SchemeRules rules) {
    /** Of a version that is in force. */
    static OutgoingEvent of(Scheme scheme, SchemeVersion version) {
        var id = scheme.id().toString();
        return new OutgoingEvent(
                "scheme.v1",
                id,
                "no.opptrapping.scheme.v1",
                id,
                version.number(),
                new SchemeV1(
                        scheme.id(),
                        version.number(),
                        scheme.code(),
                        scheme.name(),
                        scheme.kind(),
                        scheme.contact(),
                        version.inForceFrom().orElseThrow(() -> new IllegalStateException("A draft is not told of")),
                        version.rules()));
    }
}
