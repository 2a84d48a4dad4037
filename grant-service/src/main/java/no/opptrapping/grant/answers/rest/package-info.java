/** Published answers over HTTP. */
@NullMarked
package no.opptrapping.grant.answers.rest;

import org.jspecify.annotations.NullMarked;
