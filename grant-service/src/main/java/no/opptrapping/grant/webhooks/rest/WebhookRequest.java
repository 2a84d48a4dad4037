package no.opptrapping.grant.webhooks.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address that notices are to be sent to. */
@Schema(name = "NewWebhook")
record WebhookRequest(
        @Schema(
                required = true,
                maxLength = 500,
                pattern = "^https://.+$",
                examples = "https://integrasjon.kommune.example.no/varsler",
                description = "https, on the open internet, without user name or fragment")
        @Size(max = 500)
        String url) {}
