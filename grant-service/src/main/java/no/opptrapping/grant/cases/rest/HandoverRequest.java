package no.opptrapping.grant.cases.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a case goes, and why. */
@Schema(name = "CaseHandover")
record HandoverRequest(
        @Schema(
                required = true,
                maxLength = 200,
                description = "The subject of the adviser who is to have it, as the sign-in names the person",
                examples = "adviser-2")
        @Size(max = 200)
        @Pattern(regexp = CASEWORKER, message = "case.no-subject")
        String to,

        @Schema(required = true, maxLength = 2000, description = "In words, for the case file") @Size(max = 2000)
        String reason) {
    /** What an issuer calls a person: something to read, and nothing that cannot be seen. */
    static final String CASEWORKER = "(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,200}";
}
