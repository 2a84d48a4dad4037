package no.opptrapping.grant.allocation.rest;

import org.jspecify.annotations.Nullable;

/** Adopts a run; {@code confirmSuperseded}: although newer inputs are known than those it was computed from. */
record AdoptionRequest(@Nullable Boolean confirmSuperseded) {}
