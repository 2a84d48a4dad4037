package no.opptrapping.grant.cases.rest;

import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.MayBeBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a case is let go of. */
@Schema(name = "CaseRelease")
record CaseReleaseRequest(
        @Schema(maxLength = 2000, description = "In words, for the case file") @Size(max = 2000) @MayBeBlank @Nullable
        String reason) {}
