import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers every request with a greeting; on SIGTERM it finishes what it has begun. */
public final class Main {
	public static void main(String[] args) throws IOException {
		byte[] greeting = "Hello from Java\n".getBytes(StandardCharsets.UTF_8);
		HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
		server.createContext("/", exchange -> {
			exchange.sendResponseHeaders(200, greeting.length);
			try (var body = exchange.getResponseBody()) {
				body.write(greeting);
			}
		});
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			System.out.println("stopping");
			server.stop(5);
			System.out.println("stopped");
		}));
		server.start();
		System.out.println("listening on port 8080");
	}
}
