package no.opptrapping.grant.webhooks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.opptrapping.grant.webhooks.Webhook;
import no.opptrapping.grant.webhooks.WebhookId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that notices are sent to; what is not so is left out. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookResponse(
        @Schema(required = true) WebhookId id,
        @Schema(required = true, maxLength = 500) String url,

        @Schema(
                maxLength = 100,
                description = "What messages are signed with (Standard Webhooks); shown only in the answer to the"
                        + " registration")
        @Nullable
        String secret,

        @Schema(required = true, description = "When it was registered")
        Instant madeAt,

        @Schema(description = "Since when it has not taken what it is sent") @Nullable
        Instant failingSince,

        @Schema(maxLength = 200, description = "What went wrong the last time") @Nullable
        String lastFailure,

        @Schema(description = "When it was given up, after a week of failures; nothing more is sent to it") @Nullable
        Instant disabledAt) {
    static WebhookResponse of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookResponse withSecret(Webhook webhook) {
        return of(webhook, webhook.secret().shown());
    }

    private static WebhookResponse of(Webhook webhook, @Nullable String secret) {
        return new WebhookResponse(
                webhook.id(),
                webhook.url().toString(),
                secret,
                webhook.madeAt(),
                webhook.failingSince().orElse(null),
                webhook.lastFailure().orElse(null),
                webhook.disabledAt().orElse(null));
    }
}
