package no.opptrapping.grant.forms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;

/** The forms that applicants answer, ready to hold answers against: kept while they are used, a few of them at a time. */
@ApplicationScoped
public class CompiledForms {
    private static final int MOST_KEPT = 100;

    private record Key(CallId call, int number) {}

    private final Forms forms;
    private final Cache<Key, CompiledForm> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    CompiledForms(Forms forms) {
        this.forms = forms;
    }

    /** The form that the call asks now; empty when it asks nothing besides the typed core. One short statement. */
    @Transactional
    public Optional<CompiledForm> inForce(CallId call) {
        return forms.inForce(call).map(number -> published(call, number));
    }

    /** A version that is published, and so never changes. */
    private CompiledForm published(CallId call, int number) {
        var key = new Key(call, number);
        var known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var compiled = forms.find(call, number)
                .map(version -> CompiledForm.of(number, version.content()))
                .orElseThrow(() -> new IllegalStateException("A form that was there is gone: " + key));
        kept.put(key, compiled);
        return compiled;
    }
}
