using System.Text;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>Reads lines of UTF-8 from a stream, none of them longer than a bound: an endless line fills no memory.</summary>
internal sealed class BoundedLines(Stream stream, int longest = BoundedLines.DefaultLongest)
{
    /// <summary>The longest line by default, in characters: far above any reply within a token budget.</summary>
    public const int DefaultLongest = 4 * 1024 * 1024;

    private readonly StreamReader _reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true, bufferSize: 4096);
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null where the stream ended or a line is too long.</summary>
    public async Task<string?> NextAsync()
    {
        _line.Clear();
        while (true)
        {
            var at = Array.IndexOf(_buffer, '\n', _start, _end - _start);
            var until = at < 0 ? _end : at;
            _line.Append(_buffer, _start, until - _start);
            _start = at < 0 ? _end : at + 1;
            if (_line.Length > longest)
                return null;
            if (at >= 0)
                return _line.ToString().TrimEnd('\r');
            _start = 0;
            _end = await _reader.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
            if (_end == 0)
                return _line.Length == 0 ? null : _line.ToString();
        }
    }
}
