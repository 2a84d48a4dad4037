package no.opptrapping.platform.badexamples.circle.applications;

import no.opptrapping.platform.badexamples.circle.awards.Award;

/** Knows the award, which knows the application. */
public class Application {
    Award award = new Award();
}
