package no.opptrapping.grant.calls.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.MakeCall;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * A call read out of a request.
 *
 * @param command to be used only when there are no faults
 */
record CallBody(MakeCall.Command command, List<BrokenRule> faults) {
    private static final LocalisedText NO_TEXT = new LocalisedText("", "", "");
    private static final SchemeId NO_SCHEME = new SchemeId(new UUID(0, 0));

    static CallBody read(@Nullable JsonNode json, String madeBy) {
        var body = BodyReader.of(json).require("schemeId", "year", "title", "opensOn", "deadline", "budget", "rule");
        var command = new MakeCall.Command(
                body.parsed("schemeId", "call.scheme-unknown", SchemeId::parse).orElse(NO_SCHEME),
                Year.of(body.integer("year", 2000, 2100).orElse(2000)),
                body.localised("title", 200).orElse(NO_TEXT),
                body.date("opensOn").orElse(LocalDate.EPOCH),
                body.instant("deadline").orElse(Instant.EPOCH),
                body.kroner("budget").orElse(Kroner.ZERO),
                body.parsed("rule", "call.rule-unknown", DivisionRule::parse).orElse(DivisionRule.RANKED),
                body.parsed("tieRule", "call.tie-rule-unknown", TieRule::parse).orElse(TieRule.NONE),
                body.flag("smallestUsefulAllowed").orElse(false),
                body.list("documents", 20, CallBody::document),
                madeBy);
        return new CallBody(command, body.faults());
    }

    private static CallDocument document(BodyReader body) {
        body.require("title", "url");
        return new CallDocument(
                body.localised("title", 200).orElse(NO_TEXT),
                body.parsed("url", "call.document-address-malformed", CallBody::address)
                        .orElse(""));
    }

    private static Optional<String> address(String text) {
        try {
            var uri = new URI(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
