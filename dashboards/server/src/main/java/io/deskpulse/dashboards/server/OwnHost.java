package io.deskpulse.dashboards.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Lets through what was meant for this machine by name. A page from elsewhere whose name was pointed at the loopback address would
 * otherwise read the shops' numbers in the browser of whoever runs the preview.
 */
final class OwnHost extends Filter {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        if (NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
            chain.doFilter(exchange);
        } else {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        }
    }

    @Override
    public String description() {
        return "refuses requests for other hosts";
    }
}
