/**
 * What anyone may fetch: root, trust list, status lists, snapshot and the verifier page, under stable addresses with ETag and
 * Cache-Control. It publishes nothing about a person: a status entry is a number in a list.
 */
@NullMarked
package org.stayseal.issuer.publication;

import org.jspecify.annotations.NullMarked;
