// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Signs tokens with a key of the tests, and answers the two questions that the application asks of its provider. */
public final class TestIssuer {

    /** The only one of this process. */
    public static final TestIssuer INSTANCE = new TestIssuer();

    private static final String ISSUER = "http://id.cabildo.localhost:8080/realms/cabildo";
    private static final String ENDPOINTS = "/realms/cabildo/protocol/openid-connect";

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("tests").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (JOSEException | IOException exception) {
            throw new IllegalStateException(exception);
        }
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server.createContext("/", exchange -> answer(exchange, 503, "{}"));
        server.createContext("/realms/cabildo", exchange -> answer(exchange, 200, "{}"));
        server.createContext(ENDPOINTS + "/certs", exchange -> answer(exchange, 200, keys));
        server.createContext(ENDPOINTS + "/token", this::token);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A code that stands for a finished sign-in, as the provider hands it back to the site. */
    String code(Person person, String nonce) {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                signed(claims(person)
                        .audience("cabildo-portal")
                        .claim("nonce", nonce)
                        .claim("typ", "ID")
                        .claim("azp", "cabildo-portal")
                        .claim("sid", "sid-" + code)
                        .build()));
        return code;
    }

    /** An access token for the APIs that names these organizations. */
    public String token(Person person, String... organizations) {
        return token(person, claims -> claims.claim("organization", List.of(organizations)));
    }

    /** An access token for the APIs with claims changed. */
    public String token(Person person, Consumer<JWTClaimsSet.Builder> changes) {
        JWTClaimsSet.Builder claims = claims(person).audience("cabildo-api").claim("typ", "Bearer");
        changes.accept(claims);
        return signed(claims.build());
    }

    private static JWTClaimsSet.Builder claims(Person person) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(person.subject())
                .claim("name", person.name())
                .claim("email", person.email())
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String code = java.util.Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith("code="))
                .map(pair -> URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
        String idToken = codes.remove(code);
        if (idToken == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken
                        + "\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
