using System.Net;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>
/// A form that knows whether it has begun to leave. HttpClient never sends a body twice once it has begun, so before that moment
/// Twilio has certainly no text, and after it nobody knows until the answer is read.
/// </summary>
internal sealed class HandedOverContent : HttpContent
{
    private readonly byte[] bytes;
    private volatile bool begun;

    public HandedOverContent(byte[] form)
    {
        bytes = form;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }

    public bool Begun => begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        begun = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
