using System.Runtime.Serialization.Json;
using System.Text;

namespace CodeAssist.Repair.Evidence;

/// <summary>JSON by the serializer that every host has in the box: no third-party assembly beside the code fix.</summary>
public static class JsonText
{
    /// <summary>An object as one line of UTF-8, line feed included.</summary>
    public static byte[] Line<T>(T value)
        where T : class
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(T)).WriteObject(buffer, value);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads an object; null where the text is no such JSON.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            using var buffer = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return new DataContractJsonSerializer(typeof(T)).ReadObject(buffer) as T;
        }
        catch (Exception)
        {
            // The serializer throws several kinds for text that is not what it expects: all mean the same here.
            return null;
        }
    }
}
