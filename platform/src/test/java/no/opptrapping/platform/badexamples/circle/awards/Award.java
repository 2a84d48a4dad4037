package no.opptrapping.platform.badexamples.circle.awards;

import no.opptrapping.platform.badexamples.circle.applications.Application;

/** Knows the application, which knows the award. */
public class Award {
    Application application = new Application();
}
