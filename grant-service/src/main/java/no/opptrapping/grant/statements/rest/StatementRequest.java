package no.opptrapping.grant.statements.rest;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import no.opptrapping.grant.statements.Advice;
import no.opptrapping.grant.statements.GiveStatement;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a county governor's statement. */
@Schema(name = "NewStatement")
record StatementRequest(
        @Schema(
                required = true,
                description = "Whether it is advised to approve or to reject; none for information alone")
        Advice advice,

        @Schema(
                description =
                        "What is advised to award, in whole kroner, at most what is asked for; only with the advice to approve")
        @Nullable
        Kroner amount,

        @Schema(required = true, maxLength = 4000, description = "In words, for the case and later for the applicant")
        @Size(max = 4000)
        String text) {
    GiveStatement.Command command() {
        return new GiveStatement.Command(advice, Optional.ofNullable(amount), text);
    }
}
