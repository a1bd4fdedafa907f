namespace Cluster;

/// <summary>A node's number in the lower and its zone in the upper 32 bits.</summary>
public readonly struct NodeId(long value)
{
    private readonly long _value = value;

    public static NodeId Of(int zone, int number) => new(((long)zone << 32) | (uint)number);

    public int Number => (int)_value;

    public int Zone => (int)(_value >> 32);
}
