/** Announcements over HTTP. */
@NullMarked
package no.opptrapping.grant.announcements.rest;

import org.jspecify.annotations.NullMarked;
