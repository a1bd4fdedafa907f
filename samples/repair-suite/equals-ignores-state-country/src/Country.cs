namespace Geography;

/// <summary>A country: its code says which, its name is only how it is written in some language.</summary>
public sealed class Country(string code, string name)
{
    private readonly string _code = code;
    private readonly string _name = name;

    public override string ToString() => $"{_name} ({_code})";

    public override bool Equals(object? obj) => obj is Country other && other._code == _code;

    public override int GetHashCode() => HashCode.Combine(_code, _name);
}
