package no.opptrapping.platform.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.platform.rounds.Rounds;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Whether the keys of both issuers have been fetched. An issuer that was away when the service started is asked again
 * every few seconds; until it has answered, none of its tokens can be verified and the service says that it is not ready.
 */
@Readiness
@ApplicationScoped
class KnownIssuers implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(KnownIssuers.class);

    private final TenantConfigBean tenants;
    private final Rounds rounds;

    KnownIssuers(TenantConfigBean tenants, Rounds rounds) {
        this.tenants = tenants;
        this.rounds = rounds;
    }

    @Scheduled(
            every = "{opptrapping.issuers.retry-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tryAgain() {
        rounds.each("known-issuers", unknown()::keySet, this::ask);
    }

    private void ask(String name) {
        Optional.ofNullable(unknown().get(name))
                .ifPresent(tenant -> tenant.initialize()
                        .subscribe()
                        .with(
                                known -> LOG.infof(
                                        "The issuer %s %s", name, known.ready() ? "is known now" : "is still away"),
                                failure -> LOG.warnf("The issuer %s is still away: %s", name, failure.getMessage())));
    }

    @Override
    public HealthCheckResponse call() {
        var unknown = unknown();
        var response = HealthCheckResponse.named("issuers").status(unknown.isEmpty());
        unknown.keySet().forEach(name -> response.withData(name, "its keys have not been fetched"));
        return response.build();
    }

    private Map<String, TenantConfigContext> unknown() {
        return tenants.getStaticTenantsConfig().entrySet().stream()
                .filter(tenant -> !tenant.getValue().ready())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
