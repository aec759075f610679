/** OpenTelemetry traces as an option: loaded and started only where an OTLP collector is named. */
import type { Tracer } from '@opentelemetry/api'

export interface Tracing {
  tracer: Tracer
  /** Sends what is left and closes. */
  close(): Promise<void>
}

/**
 * Starts sending spans over OTLP/HTTP. Address, headers and service name are read by OpenTelemetry's own variables:
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export async function startTracing(): Promise<Tracing> {
  const [
    { trace },
    { BatchSpanProcessor, NodeTracerProvider },
    { OTLPTraceExporter },
    { defaultResource, detectResources, envDetector, resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new NodeTracerProvider({
    // What is merged later goes before what is there: ours before the default, the environment's before ours.
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'gazette' }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  return { tracer: trace.getTracer('gazette'), close: () => provider.shutdown() }
}
