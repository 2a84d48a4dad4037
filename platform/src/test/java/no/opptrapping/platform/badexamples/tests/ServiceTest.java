package no.opptrapping.platform.badexamples.tests;

import io.quarkus.test.junit.QuarkusTest;

/** Starts a service among the fast tests. */
@QuarkusTest
abstract class ServiceTest {}
