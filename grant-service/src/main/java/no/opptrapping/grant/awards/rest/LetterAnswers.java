package no.opptrapping.grant.awards.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.SeeLetters;
import no.opptrapping.platform.concurrency.AskedForm;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;

/** Answers with a letter in the form that is asked for, in the language that is asked for or else its own. */
@ApplicationScoped
class LetterAnswers {
    private final SeeLetters seeLetters;

    LetterAnswers(SeeLetters seeLetters) {
        this.seeLetters = seeLetters;
    }

    Response of(Letter letter, Request request) {
        var spoken = seeLetters.spoken(letter);
        var form = AskedForm.of(request);
        return switch (form) {
            case DATA -> shown(form, seeLetters.text(letter, spoken), spoken.tag());
            case PAGE -> shown(form, seeLetters.page(letter, spoken), spoken.tag());
            case DOCUMENT -> {
                var bytes = seeLetters.document(letter, spoken);
                yield CacheableAnswer.of(request, ETags.digest(bytes), form.type(), () -> bytes);
            }
        };
    }

    private static Response shown(AskedForm form, Object entity, String language) {
        return Response.ok(entity, form.type())
                .header("Content-Language", language)
                .header("Vary", "Accept, Accept-Language")
                .build();
    }
}
