/** The feed of notices over HTTP. */
@NullMarked
package no.opptrapping.grant.notices.rest;

import org.jspecify.annotations.NullMarked;
