// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stands where the monolith or the gateway would: reads their settings and answers on the management port. */
public final class StubProgram {

    private static final String SITES = """
            {"version": 1, "sites": [
              {"hosts": ["uno.cabildo.localhost"], "kind": "MUNICIPALITY", "name": "Uno", "status": "LIVE"},
              {"hosts": ["dos.cabildo.localhost"], "kind": "MUNICIPALITY", "name": "Dos", "status": "DRAFT"}]}""";

    private StubProgram() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = System.getenv();
        boolean gateway = System.getProperty("java.class.path").contains("gateway");
        String port = settings.get(gateway ? "CABILDO_GATEWAY_MANAGEMENT_PORT" : "CABILDO_MANAGEMENT_PORT");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/", StubProgram::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        boolean open = path.startsWith("/actuator/health/");
        String token = "Bearer " + System.getenv("CABILDO_INTERNAL_TOKEN");
        boolean allowed = open || token.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!open) {
            System.out.println(request);
        }
        byte[] body = (path.equals("/actuator/sites") ? SITES : request).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(allowed ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
