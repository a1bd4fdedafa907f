namespace CodeAssist.Testing;

/// <summary>Source of unusual size, of one shape each: what a generator writes and a person does not.</summary>
public static class LargeCode
{
    private const int LinesOfType = 100;

    /// <summary>The names of the shapes.</summary>
    public static IReadOnlyList<string> Shapes { get; } =
    [
        "statements", "nesting", "lambdas", "additions", "conditions", "concatenations", "bits", "calls", "branches",
        "switch", "arms", "arguments", "elements", "members", "tries", "assignments",
    ];

    /// <summary>How deep or how long a shape is at its usual size.</summary>
    public static int UsualSize(string shape) => shape switch
    {
        // The compiler itself recurses here, and gives up on more.
        "nesting" or "lambdas" or "branches" => 200,
        "calls" or "tries" => 500,
        _ => 5000,
    };

    /// <summary>A file with one large member of the shape, or one large type.</summary>
    /// <param name="shape">One of <see cref="Shapes"/>.</param>
    /// <param name="size">How many statements, operands, arms...</param>
    public static string Of(string shape, int size) => shape switch
    {
        "statements" => Method(Repeat(size / 5, i => $"n += {i}; text = text.Trim(); if (n == {i}) items.Add(n); items[0] = n / 2; total = n * 3.0;\n")),
        "nesting" => Method(Repeat(size, i => $"if (n > {i}) {{ n++; ") + new string('}', size)),
        "lambdas" => Method("Action act = () => { };\n" + Repeat(Math.Min(size, 60), _ => "act = () => { n++; ") + Repeat(Math.Min(size, 60), _ => "};")),
        "additions" => Method("n = n" + Repeat(size, i => $" + (n / {i + 1})") + ";"),
        "conditions" => Method("if (n == 0" + Repeat(size, i => $" || n == {i + 1}") + ") n++;"),
        "concatenations" => Method("text = text" + Repeat(size, i => $" + \"{i}\"") + ";"),
        "bits" => Method("n = n" + Repeat(size, i => $" | (n & {i})") + ";"),
        "calls" => Method("text = text" + Repeat(size, _ => ".Trim()") + ";"),
        "branches" => Method(Repeat(size, i => $"if (n == {i}) {{ n++; text = text.Trim(); }} else ") + "{ n--; }"),
        "switch" => Method("switch (n) {\n" + Repeat(size, i => $"case {i}: n += {i}; text = text.Trim(); break;\n") + "}"),
        "arms" => Method("n = n switch {\n" + Repeat(size, i => $"{i} => n + {i},\n") + "_ => n };"),
        "arguments" => Method("n = Math.Max(n, Sum(n" + Repeat(size, _ => ", n") + "));"),
        "elements" => Method("var all = new int[] { n" + Repeat(size, i => $", {i}") + " }; n = all.Length;"),
        "members" => $"using System;\npublic class Large\n{{\n{Repeat(size, i => $"private int _value{i}; public int Value{i} {{ get => _value{i}; set => _value{i} = value; }}\n")}}}\n",
        "tries" => Method(Repeat(size, _ => "try { n = int.Parse(text); } catch (FormatException error) { Console.WriteLine(error); throw; } finally { n++; }\n")),
        "assignments" => Method(Repeat(size, i => $"items[{i}] = {i}; table[\"{i}\"] = {i};\n")),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape"),
    };

    /// <summary>
    /// A file of so many lines, in types of a hundred lines each. One type with as many accessors would measure the
    /// driver of all analyzers, which looks for each accessor's symbol among all members of its type.
    /// </summary>
    /// <param name="lines">How many lines, in hundreds.</param>
    public static string File(int lines) =>
        "using System.Collections.Generic;\n" + Repeat(lines / LinesOfType, type =>
            $"public class Large{type}\n{{\n"
            + Repeat(40, i => $"private int _value{i}; public int Value{i} {{ get => _value{i}; set => _value{i} = value; }}\n")
            + "public double Of(int n, string text, List<int> items)\n{\ndouble total = n;\n"
            + Repeat(10, i => $"n += {i + 1};\ntext = text.Trim();\nif (n == {i}) items.Add(n);\nitems[0] = n / 2;\ntotal = n * 3.0;\n")
            + "_value0 = n;\nreturn total + text.Length;\n}\n}\n");

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Method(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        public class Large
        {
            public static int Sum(params int[] numbers) => numbers.Length;

            public static double Of(int n, string text, List<int> items, Dictionary<string, int> table)
            {
                double total = n;
        {{body}}
                return total + n + text.Length + table.Count;
            }
        }
        """;
}
