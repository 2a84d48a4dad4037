package no.opptrapping.grant.framework.db;

import jakarta.persistence.Embeddable;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.schemes.SchemeId;

/** A scheme with its place in the budget. */
@Embeddable
record PurposeColumns(SchemeId schemeId, String chapter, String item) {
    static PurposeColumns of(FrameworkAllocation.Purpose purpose) {
        return new PurposeColumns(purpose.scheme(), purpose.chapter(), purpose.item());
    }

    FrameworkAllocation.Purpose purpose() {
        return new FrameworkAllocation.Purpose(schemeId, chapter, item);
    }
}
