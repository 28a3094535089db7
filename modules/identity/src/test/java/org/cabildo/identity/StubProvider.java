// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Says what an identity provider says, with a key of its own: its keys, and tokens for codes that a test has given out. */
final class StubProvider {

    static final String ISSUER = "http://id.cabildo.localhost:8080/realms/cabildo";

    private static final StubProvider INSTANCE = new StubProvider();

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, String> idTokens = new ConcurrentHashMap<>();

    private volatile boolean away;

    private StubProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        server.createContext("/realms/cabildo", this::answer);
        server.start();
    }

    static StubProvider instance() {
        return INSTANCE;
    }

    /** Lets the application ask this provider. */
    static void settings(DynamicPropertyRegistry registry) {
        registry.add(
                "cabildo.identity.url",
                () -> "http://127.0.0.1:" + INSTANCE.server.getAddress().getPort());
        registry.add("cabildo.identity.client-secret", () -> "secret of the tests");
        registry.add("cabildo.operators", () -> "operacion@cabildo.example");
    }

    /** Answers everything with 503, or no longer. */
    void away(boolean gone) {
        away = gone;
    }

    /** A code that can be exchanged for a token of somebody. */
    String codeFor(Identified who, String nonce, String providerSession) {
        String code = "code-" + idTokens.size();
        idTokens.put(
                code,
                token(claims -> claims.subject(who.subject())
                        .audience("cabildo-portal")
                        .claim("azp", "cabildo-portal")
                        .claim("typ", "ID")
                        .claim("nonce", nonce)
                        .claim("sid", providerSession)
                        .claim("name", who.name())
                        .claim("email", who.email())
                        .claim("email_verified", who.verified())));
        return code;
    }

    /** A signed token of this issuer, valid for five minutes. */
    String token(Consumer<JWTClaimsSet.Builder> content) {
        return token(key, content);
    }

    /** The same, signed with another key of the same name. */
    static String forged(Consumer<JWTClaimsSet.Builder> content) {
        try {
            return token(new RSAKeyGenerator(2048).keyID("test").generate(), content);
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String token(RSAKey key, Consumer<JWTClaimsSet.Builder> content) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        content.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        }
        return token.serialize();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (away) {
            send(exchange, 503, "{}");
        } else if (path.endsWith("/certs")) {
            send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/token")) {
            String idToken = idTokens.remove(body.replaceAll("(?s).*\\bcode=([^&]*).*", "$1"));
            send(
                    exchange,
                    idToken == null || !body.contains("code_verifier=") ? 400 : 200,
                    idToken == null
                            ? "{\"error\":\"invalid_grant\"}"
                            : new JsonMapper()
                                    .writeValueAsString(Map.of(
                                            "access_token",
                                            "opaque",
                                            "token_type",
                                            "Bearer",
                                            "expires_in",
                                            300,
                                            "scope",
                                            "openid",
                                            "id_token",
                                            idToken)));
        } else {
            send(exchange, 200, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
