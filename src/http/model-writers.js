// Made by `npm run generate` from src/connector/models.ts with fast-json-stringify. Not to be edited.
import Serializer from "fast-json-stringify/lib/serializer.js";

export const writers = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous4 (obj) {
      // "#/definitions/TweetModel/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/TweetModel/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/UserMentionsModel"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_17 = obj["Id"]
      if (value_Id_17 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_17)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_18 = obj["FullName"]
      if (value_FullName_18 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_18 !== 'string') {
          if (value_FullName_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_18 instanceof Date) {
            json += asDateTime(value_FullName_18)
          } else if (value_FullName_18 instanceof RegExp) {
            json += asString(value_FullName_18.source)
          } else {
            json += asString(value_FullName_18.toString())
          }
        } else {
          json += asString(value_FullName_18)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_19 = obj["UserName"]
      if (value_UserName_19 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_19 !== 'string') {
          if (value_UserName_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_19 instanceof Date) {
            json += asDateTime(value_UserName_19)
          } else if (value_UserName_19 instanceof RegExp) {
            json += asString(value_UserName_19.source)
          } else {
            json += asString(value_UserName_19.toString())
          }
        } else {
          json += asString(value_UserName_19)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous5 (obj) {
      // "#/definitions/TweetModel/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/TweetModel/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous6(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous6(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

    function anonymous8 (obj) {
      // "__fjs_merged_1#/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '__fjs_merged_1#/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/OriginalTweetUserMentionsModel"
      function anonymous10 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_34 = obj["Id"]
      if (value_Id_34 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_34)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_35 = obj["FullName"]
      if (value_FullName_35 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_35 !== 'string') {
          if (value_FullName_35 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_35 instanceof Date) {
            json += asDateTime(value_FullName_35)
          } else if (value_FullName_35 instanceof RegExp) {
            json += asString(value_FullName_35.source)
          } else {
            json += asString(value_FullName_35.toString())
          }
        } else {
          json += asString(value_FullName_35)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_36 = obj["UserName"]
      if (value_UserName_36 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_36 !== 'string') {
          if (value_UserName_36 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_36 instanceof Date) {
            json += asDateTime(value_UserName_36)
          } else if (value_UserName_36 instanceof RegExp) {
            json += asString(value_UserName_36.source)
          } else {
            json += asString(value_UserName_36.toString())
          }
        } else {
          json += asString(value_UserName_36)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous9 (obj) {
      // "__fjs_merged_1#/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '__fjs_merged_1#/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous10(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous10(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/OriginalTweetUserDetailsModel"
      function anonymous11 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_39 = obj["FullName"]
      if (value_FullName_39 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_39 !== 'string') {
          if (value_FullName_39 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_39 instanceof Date) {
            json += asDateTime(value_FullName_39)
          } else if (value_FullName_39 instanceof RegExp) {
            json += asString(value_FullName_39.source)
          } else {
            json += asString(value_FullName_39.toString())
          }
        } else {
          json += asString(value_FullName_39)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_40 = obj["Location"]
      if (value_Location_40 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_40 !== 'string') {
          if (value_Location_40 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_40 instanceof Date) {
            json += asDateTime(value_Location_40)
          } else if (value_Location_40 instanceof RegExp) {
            json += asString(value_Location_40.source)
          } else {
            json += asString(value_Location_40.toString())
          }
        } else {
          json += asString(value_Location_40)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_41 = obj["Id"]
      if (value_Id_41 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_41)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_42 = obj["UserName"]
      if (value_UserName_42 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_42 !== 'string') {
          if (value_UserName_42 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_42 instanceof Date) {
            json += asDateTime(value_UserName_42)
          } else if (value_UserName_42 instanceof RegExp) {
            json += asString(value_UserName_42.source)
          } else {
            json += asString(value_UserName_42.toString())
          }
        } else {
          json += asString(value_UserName_42)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_43 = obj["FollowersCount"]
      if (value_FollowersCount_43 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_43)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_44 = obj["Description"]
      if (value_Description_44 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_44 !== 'string') {
          if (value_Description_44 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_44 instanceof Date) {
            json += asDateTime(value_Description_44)
          } else if (value_Description_44 instanceof RegExp) {
            json += asString(value_Description_44.source)
          } else {
            json += asString(value_Description_44.toString())
          }
        } else {
          json += asString(value_Description_44)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_45 = obj["StatusesCount"]
      if (value_StatusesCount_45 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_45)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_46 = obj["FriendsCount"]
      if (value_FriendsCount_46 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_46)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_47 = obj["FavouritesCount"]
      if (value_FavouritesCount_47 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_47)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_48 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_48 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_48 !== 'string') {
          if (value_ProfileImageUrl_48 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_48 instanceof Date) {
            json += asDateTime(value_ProfileImageUrl_48)
          } else if (value_ProfileImageUrl_48 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_48.source)
          } else {
            json += asString(value_ProfileImageUrl_48.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_48)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "__fjs_merged_1#"
      function anonymous7 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_NULL
        let json = ''

        
      const value_TweetText_22 = obj["TweetText"]
      if (value_TweetText_22 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_22 !== 'string') {
          if (value_TweetText_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_22 instanceof Date) {
            json += asDateTime(value_TweetText_22)
          } else if (value_TweetText_22 instanceof RegExp) {
            json += asString(value_TweetText_22.source)
          } else {
            json += asString(value_TweetText_22.toString())
          }
        } else {
          json += asString(value_TweetText_22)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_23 = obj["TweetId"]
      if (value_TweetId_23 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_23 !== 'string') {
          if (value_TweetId_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_23 instanceof Date) {
            json += asDateTime(value_TweetId_23)
          } else if (value_TweetId_23 instanceof RegExp) {
            json += asString(value_TweetId_23.source)
          } else {
            json += asString(value_TweetId_23.toString())
          }
        } else {
          json += asString(value_TweetId_23)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_24 = obj["CreatedAt"]
      if (value_CreatedAt_24 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_24 !== 'string') {
          if (value_CreatedAt_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_24 instanceof Date) {
            json += asDateTime(value_CreatedAt_24)
          } else if (value_CreatedAt_24 instanceof RegExp) {
            json += asString(value_CreatedAt_24.source)
          } else {
            json += asString(value_CreatedAt_24.toString())
          }
        } else {
          json += asString(value_CreatedAt_24)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_25 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_25 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_25 !== 'string') {
          if (value_CreatedAtIso_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_25 instanceof Date) {
            json += asDateTime(value_CreatedAtIso_25)
          } else if (value_CreatedAtIso_25 instanceof RegExp) {
            json += asString(value_CreatedAtIso_25.source)
          } else {
            json += asString(value_CreatedAtIso_25.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_25)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_26 = obj["RetweetCount"]
      if (value_RetweetCount_26 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_26)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_27 = obj["TweetedBy"]
      if (value_TweetedBy_27 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_27 !== 'string') {
          if (value_TweetedBy_27 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_27 instanceof Date) {
            json += asDateTime(value_TweetedBy_27)
          } else if (value_TweetedBy_27 instanceof RegExp) {
            json += asString(value_TweetedBy_27.source)
          } else {
            json += asString(value_TweetedBy_27.toString())
          }
        } else {
          json += asString(value_TweetedBy_27)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_28 = obj["MediaUrls"]
      if (value_MediaUrls_28 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous8(value_MediaUrls_28)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_29 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_29 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_29 !== 'string') {
          if (value_TweetLanguageCode_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_29 instanceof Date) {
            json += asDateTime(value_TweetLanguageCode_29)
          } else if (value_TweetLanguageCode_29 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_29.source)
          } else {
            json += asString(value_TweetLanguageCode_29.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_29)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_30 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_30 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_30 !== 'string') {
          if (value_TweetInReplyToUserId_30 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_30 instanceof Date) {
            json += asDateTime(value_TweetInReplyToUserId_30)
          } else if (value_TweetInReplyToUserId_30 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_30.source)
          } else {
            json += asString(value_TweetInReplyToUserId_30.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_30)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_31 = obj["Favorited"]
      if (value_Favorited_31 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_31)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_32 = obj["UserMentions"]
      if (value_UserMentions_32 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous9(value_UserMentions_32)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_37 = obj["UserDetails"]
      if (value_UserDetails_37 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous11(value_UserDetails_37)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/UserDetailsModel"
      function anonymous12 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_51 = obj["FullName"]
      if (value_FullName_51 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_51 !== 'string') {
          if (value_FullName_51 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_51 instanceof Date) {
            json += asDateTime(value_FullName_51)
          } else if (value_FullName_51 instanceof RegExp) {
            json += asString(value_FullName_51.source)
          } else {
            json += asString(value_FullName_51.toString())
          }
        } else {
          json += asString(value_FullName_51)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_52 = obj["Location"]
      if (value_Location_52 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_52 !== 'string') {
          if (value_Location_52 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_52 instanceof Date) {
            json += asDateTime(value_Location_52)
          } else if (value_Location_52 instanceof RegExp) {
            json += asString(value_Location_52.source)
          } else {
            json += asString(value_Location_52.toString())
          }
        } else {
          json += asString(value_Location_52)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_53 = obj["Id"]
      if (value_Id_53 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_53)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_54 = obj["UserName"]
      if (value_UserName_54 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_54 !== 'string') {
          if (value_UserName_54 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_54 instanceof Date) {
            json += asDateTime(value_UserName_54)
          } else if (value_UserName_54 instanceof RegExp) {
            json += asString(value_UserName_54.source)
          } else {
            json += asString(value_UserName_54.toString())
          }
        } else {
          json += asString(value_UserName_54)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_55 = obj["FollowersCount"]
      if (value_FollowersCount_55 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_55)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_56 = obj["Description"]
      if (value_Description_56 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_56 !== 'string') {
          if (value_Description_56 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_56 instanceof Date) {
            json += asDateTime(value_Description_56)
          } else if (value_Description_56 instanceof RegExp) {
            json += asString(value_Description_56.source)
          } else {
            json += asString(value_Description_56.toString())
          }
        } else {
          json += asString(value_Description_56)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_57 = obj["StatusesCount"]
      if (value_StatusesCount_57 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_57)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_58 = obj["FriendsCount"]
      if (value_FriendsCount_58 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_58)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_59 = obj["FavouritesCount"]
      if (value_FavouritesCount_59 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_59)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_60 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_60 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_60 !== 'string') {
          if (value_ProfileImageUrl_60 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_60 instanceof Date) {
            json += asDateTime(value_ProfileImageUrl_60)
          } else if (value_ProfileImageUrl_60 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_60.source)
          } else {
            json += asString(value_ProfileImageUrl_60.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_60)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/TweetModel"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_5 = obj["TweetText"]
      if (value_TweetText_5 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_5 !== 'string') {
          if (value_TweetText_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_5 instanceof Date) {
            json += asDateTime(value_TweetText_5)
          } else if (value_TweetText_5 instanceof RegExp) {
            json += asString(value_TweetText_5.source)
          } else {
            json += asString(value_TweetText_5.toString())
          }
        } else {
          json += asString(value_TweetText_5)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_6 = obj["TweetId"]
      if (value_TweetId_6 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_6 !== 'string') {
          if (value_TweetId_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_6 instanceof Date) {
            json += asDateTime(value_TweetId_6)
          } else if (value_TweetId_6 instanceof RegExp) {
            json += asString(value_TweetId_6.source)
          } else {
            json += asString(value_TweetId_6.toString())
          }
        } else {
          json += asString(value_TweetId_6)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_7 = obj["CreatedAt"]
      if (value_CreatedAt_7 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_7 !== 'string') {
          if (value_CreatedAt_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_7 instanceof Date) {
            json += asDateTime(value_CreatedAt_7)
          } else if (value_CreatedAt_7 instanceof RegExp) {
            json += asString(value_CreatedAt_7.source)
          } else {
            json += asString(value_CreatedAt_7.toString())
          }
        } else {
          json += asString(value_CreatedAt_7)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_8 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_8 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_8 !== 'string') {
          if (value_CreatedAtIso_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_8 instanceof Date) {
            json += asDateTime(value_CreatedAtIso_8)
          } else if (value_CreatedAtIso_8 instanceof RegExp) {
            json += asString(value_CreatedAtIso_8.source)
          } else {
            json += asString(value_CreatedAtIso_8.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_8)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_9 = obj["RetweetCount"]
      if (value_RetweetCount_9 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_9)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_10 = obj["TweetedBy"]
      if (value_TweetedBy_10 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_10 !== 'string') {
          if (value_TweetedBy_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_10 instanceof Date) {
            json += asDateTime(value_TweetedBy_10)
          } else if (value_TweetedBy_10 instanceof RegExp) {
            json += asString(value_TweetedBy_10.source)
          } else {
            json += asString(value_TweetedBy_10.toString())
          }
        } else {
          json += asString(value_TweetedBy_10)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_11 = obj["MediaUrls"]
      if (value_MediaUrls_11 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous4(value_MediaUrls_11)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_12 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_12 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_12 !== 'string') {
          if (value_TweetLanguageCode_12 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_12 instanceof Date) {
            json += asDateTime(value_TweetLanguageCode_12)
          } else if (value_TweetLanguageCode_12 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_12.source)
          } else {
            json += asString(value_TweetLanguageCode_12.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_12)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_13 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_13 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_13 !== 'string') {
          if (value_TweetInReplyToUserId_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_13 instanceof Date) {
            json += asDateTime(value_TweetInReplyToUserId_13)
          } else if (value_TweetInReplyToUserId_13 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_13.source)
          } else {
            json += asString(value_TweetInReplyToUserId_13.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_13)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_14 = obj["Favorited"]
      if (value_Favorited_14 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_14)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_15 = obj["UserMentions"]
      if (value_UserMentions_15 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous5(value_UserMentions_15)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_OriginalTweet_20 = obj["OriginalTweet"]
      if (value_OriginalTweet_20 !== undefined) {
        json += ",\"OriginalTweet\":"
        
      if (value_OriginalTweet_20 === null) {
        json += JSON_STR_NULL
      } else {
    json += anonymous7(value_OriginalTweet_20)
      }
    
      } else {
        throw new Error('"OriginalTweet" is required!')
      }
      
      const value_UserDetails_49 = obj["UserDetails"]
      if (value_UserDetails_49 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous12(value_UserDetails_49)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/definitions/TriggerBatchResponse-TweetModel/properties/value"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/TriggerBatchResponse-TweetModel/properties/value' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/TriggerBatchResponse-TweetModel"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_value_3 = obj["value"]
      if (value_value_3 !== undefined) {
        json += "{\"value\":"
        json += anonymous2(value_value_3)
      } else {
        throw new Error('"value" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/TweetResponseModel"
      function anonymous13 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_63 = obj["TweetId"]
      if (value_TweetId_63 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_63 !== 'string') {
          if (value_TweetId_63 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_63 instanceof Date) {
            json += asDateTime(value_TweetId_63)
          } else if (value_TweetId_63 instanceof RegExp) {
            json += asString(value_TweetId_63.source)
          } else {
            json += asString(value_TweetId_63.toString())
          }
        } else {
          json += asString(value_TweetId_63)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous17 (obj) {
      // "#/definitions/PostModel/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/PostModel/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += asDateTime(value)
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

    function anonymous18 (obj) {
      // "#/definitions/PostModel/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/PostModel/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous6(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous6(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/PostModel"
      function anonymous16 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_70 = obj["TweetText"]
      if (value_TweetText_70 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_70 !== 'string') {
          if (value_TweetText_70 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_70 instanceof Date) {
            json += asDateTime(value_TweetText_70)
          } else if (value_TweetText_70 instanceof RegExp) {
            json += asString(value_TweetText_70.source)
          } else {
            json += asString(value_TweetText_70.toString())
          }
        } else {
          json += asString(value_TweetText_70)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_71 = obj["TweetId"]
      if (value_TweetId_71 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_71 !== 'string') {
          if (value_TweetId_71 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_71 instanceof Date) {
            json += asDateTime(value_TweetId_71)
          } else if (value_TweetId_71 instanceof RegExp) {
            json += asString(value_TweetId_71.source)
          } else {
            json += asString(value_TweetId_71.toString())
          }
        } else {
          json += asString(value_TweetId_71)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Link_72 = obj["Link"]
      if (value_Link_72 !== undefined) {
        json += ",\"Link\":"
        
        if (typeof value_Link_72 !== 'string') {
          if (value_Link_72 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Link_72 instanceof Date) {
            json += asDateTime(value_Link_72)
          } else if (value_Link_72 instanceof RegExp) {
            json += asString(value_Link_72.source)
          } else {
            json += asString(value_Link_72.toString())
          }
        } else {
          json += asString(value_Link_72)
        }
        
      } else {
        throw new Error('"Link" is required!')
      }
      
      const value_CreatedAtIso_73 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_73 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_73 !== 'string') {
          if (value_CreatedAtIso_73 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_73 instanceof Date) {
            json += asDateTime(value_CreatedAtIso_73)
          } else if (value_CreatedAtIso_73 instanceof RegExp) {
            json += asString(value_CreatedAtIso_73.source)
          } else {
            json += asString(value_CreatedAtIso_73.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_73)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_TweetedBy_74 = obj["TweetedBy"]
      if (value_TweetedBy_74 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_74 !== 'string') {
          if (value_TweetedBy_74 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_74 instanceof Date) {
            json += asDateTime(value_TweetedBy_74)
          } else if (value_TweetedBy_74 instanceof RegExp) {
            json += asString(value_TweetedBy_74.source)
          } else {
            json += asString(value_TweetedBy_74.toString())
          }
        } else {
          json += asString(value_TweetedBy_74)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_RetweetCount_75 = obj["RetweetCount"]
      if (value_RetweetCount_75 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_75)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_ReplyCount_76 = obj["ReplyCount"]
      if (value_ReplyCount_76 !== undefined) {
        json += ",\"ReplyCount\":"
        json += asInteger(value_ReplyCount_76)
      } else {
        throw new Error('"ReplyCount" is required!')
      }
      
      const value_LikeCount_77 = obj["LikeCount"]
      if (value_LikeCount_77 !== undefined) {
        json += ",\"LikeCount\":"
        json += asInteger(value_LikeCount_77)
      } else {
        throw new Error('"LikeCount" is required!')
      }
      
      const value_QuoteCount_78 = obj["QuoteCount"]
      if (value_QuoteCount_78 !== undefined) {
        json += ",\"QuoteCount\":"
        json += asInteger(value_QuoteCount_78)
      } else {
        throw new Error('"QuoteCount" is required!')
      }
      
      const value_BookmarkCount_79 = obj["BookmarkCount"]
      if (value_BookmarkCount_79 !== undefined) {
        json += ",\"BookmarkCount\":"
        json += asInteger(value_BookmarkCount_79)
      } else {
        throw new Error('"BookmarkCount" is required!')
      }
      
      const value_ImpressionCount_80 = obj["ImpressionCount"]
      if (value_ImpressionCount_80 !== undefined) {
        json += ",\"ImpressionCount\":"
        json += asInteger(value_ImpressionCount_80)
      } else {
        throw new Error('"ImpressionCount" is required!')
      }
      
      const value_MediaUrls_81 = obj["MediaUrls"]
      if (value_MediaUrls_81 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous17(value_MediaUrls_81)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_82 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_82 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_82 !== 'string') {
          if (value_TweetLanguageCode_82 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_82 instanceof Date) {
            json += asDateTime(value_TweetLanguageCode_82)
          } else if (value_TweetLanguageCode_82 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_82.source)
          } else {
            json += asString(value_TweetLanguageCode_82.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_82)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_ConversationId_83 = obj["ConversationId"]
      if (value_ConversationId_83 !== undefined) {
        json += ",\"ConversationId\":"
        
        if (typeof value_ConversationId_83 !== 'string') {
          if (value_ConversationId_83 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ConversationId_83 instanceof Date) {
            json += asDateTime(value_ConversationId_83)
          } else if (value_ConversationId_83 instanceof RegExp) {
            json += asString(value_ConversationId_83.source)
          } else {
            json += asString(value_ConversationId_83.toString())
          }
        } else {
          json += asString(value_ConversationId_83)
        }
        
      } else {
        throw new Error('"ConversationId" is required!')
      }
      
      const value_InReplyToTweetId_84 = obj["InReplyToTweetId"]
      if (value_InReplyToTweetId_84 !== undefined) {
        json += ",\"InReplyToTweetId\":"
        
        if (typeof value_InReplyToTweetId_84 !== 'string') {
          if (value_InReplyToTweetId_84 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_InReplyToTweetId_84 instanceof Date) {
            json += asDateTime(value_InReplyToTweetId_84)
          } else if (value_InReplyToTweetId_84 instanceof RegExp) {
            json += asString(value_InReplyToTweetId_84.source)
          } else {
            json += asString(value_InReplyToTweetId_84.toString())
          }
        } else {
          json += asString(value_InReplyToTweetId_84)
        }
        
      } else {
        throw new Error('"InReplyToTweetId" is required!')
      }
      
      const value_TweetInReplyToUserId_85 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_85 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_85 !== 'string') {
          if (value_TweetInReplyToUserId_85 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_85 instanceof Date) {
            json += asDateTime(value_TweetInReplyToUserId_85)
          } else if (value_TweetInReplyToUserId_85 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_85.source)
          } else {
            json += asString(value_TweetInReplyToUserId_85.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_85)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_QuotedTweetId_86 = obj["QuotedTweetId"]
      if (value_QuotedTweetId_86 !== undefined) {
        json += ",\"QuotedTweetId\":"
        
        if (typeof value_QuotedTweetId_86 !== 'string') {
          if (value_QuotedTweetId_86 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_QuotedTweetId_86 instanceof Date) {
            json += asDateTime(value_QuotedTweetId_86)
          } else if (value_QuotedTweetId_86 instanceof RegExp) {
            json += asString(value_QuotedTweetId_86.source)
          } else {
            json += asString(value_QuotedTweetId_86.toString())
          }
        } else {
          json += asString(value_QuotedTweetId_86)
        }
        
      } else {
        throw new Error('"QuotedTweetId" is required!')
      }
      
      const value_RetweetedTweetId_87 = obj["RetweetedTweetId"]
      if (value_RetweetedTweetId_87 !== undefined) {
        json += ",\"RetweetedTweetId\":"
        
        if (typeof value_RetweetedTweetId_87 !== 'string') {
          if (value_RetweetedTweetId_87 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_RetweetedTweetId_87 instanceof Date) {
            json += asDateTime(value_RetweetedTweetId_87)
          } else if (value_RetweetedTweetId_87 instanceof RegExp) {
            json += asString(value_RetweetedTweetId_87.source)
          } else {
            json += asString(value_RetweetedTweetId_87.toString())
          }
        } else {
          json += asString(value_RetweetedTweetId_87)
        }
        
      } else {
        throw new Error('"RetweetedTweetId" is required!')
      }
      
      const value_UserMentions_88 = obj["UserMentions"]
      if (value_UserMentions_88 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous18(value_UserMentions_88)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_89 = obj["UserDetails"]
      if (value_UserDetails_89 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous12(value_UserDetails_89)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous15 (obj) {
      // "#/definitions/TriggerBatchResponse-PostModel/properties/value"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/TriggerBatchResponse-PostModel/properties/value' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous16(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous16(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/TriggerBatchResponse-PostModel"
      function anonymous14 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_value_68 = obj["value"]
      if (value_value_68 !== undefined) {
        json += "{\"value\":"
        json += anonymous15(value_value_68)
      } else {
        throw new Error('"value" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/PublishedPostModel"
      function anonymous19 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_92 = obj["TweetId"]
      if (value_TweetId_92 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_92 !== 'string') {
          if (value_TweetId_92 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_92 instanceof Date) {
            json += asDateTime(value_TweetId_92)
          } else if (value_TweetId_92 instanceof RegExp) {
            json += asString(value_TweetId_92.source)
          } else {
            json += asString(value_TweetId_92.toString())
          }
        } else {
          json += asString(value_TweetId_92)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_PostUrl_93 = obj["PostUrl"]
      if (value_PostUrl_93 !== undefined) {
        json += ",\"PostUrl\":"
        
        if (typeof value_PostUrl_93 !== 'string') {
          if (value_PostUrl_93 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PostUrl_93 instanceof Date) {
            json += asDateTime(value_PostUrl_93)
          } else if (value_PostUrl_93 instanceof RegExp) {
            json += asString(value_PostUrl_93.source)
          } else {
            json += asString(value_PostUrl_93.toString())
          }
        } else {
          json += asString(value_PostUrl_93)
        }
        
      } else {
        throw new Error('"PostUrl" is required!')
      }
      
      const value_Price_94 = obj["Price"]
      if (value_Price_94 !== undefined) {
        json += ",\"Price\":"
        json += asNumber(value_Price_94)
      } else {
        throw new Error('"Price" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous21 (obj) {
      // "#/definitions/PublishedThreadModel/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/PublishedThreadModel/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous19(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous19(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/PublishedThreadModel"
      function anonymous20 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_97 = obj["TweetId"]
      if (value_TweetId_97 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_97 !== 'string') {
          if (value_TweetId_97 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_97 instanceof Date) {
            json += asDateTime(value_TweetId_97)
          } else if (value_TweetId_97 instanceof RegExp) {
            json += asString(value_TweetId_97.source)
          } else {
            json += asString(value_TweetId_97.toString())
          }
        } else {
          json += asString(value_TweetId_97)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_PostUrl_98 = obj["PostUrl"]
      if (value_PostUrl_98 !== undefined) {
        json += ",\"PostUrl\":"
        
        if (typeof value_PostUrl_98 !== 'string') {
          if (value_PostUrl_98 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PostUrl_98 instanceof Date) {
            json += asDateTime(value_PostUrl_98)
          } else if (value_PostUrl_98 instanceof RegExp) {
            json += asString(value_PostUrl_98.source)
          } else {
            json += asString(value_PostUrl_98.toString())
          }
        } else {
          json += asString(value_PostUrl_98)
        }
        
      } else {
        throw new Error('"PostUrl" is required!')
      }
      
      const value_LastTweetId_99 = obj["LastTweetId"]
      if (value_LastTweetId_99 !== undefined) {
        json += ",\"LastTweetId\":"
        
        if (typeof value_LastTweetId_99 !== 'string') {
          if (value_LastTweetId_99 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_LastTweetId_99 instanceof Date) {
            json += asDateTime(value_LastTweetId_99)
          } else if (value_LastTweetId_99 instanceof RegExp) {
            json += asString(value_LastTweetId_99.source)
          } else {
            json += asString(value_LastTweetId_99.toString())
          }
        } else {
          json += asString(value_LastTweetId_99)
        }
        
      } else {
        throw new Error('"LastTweetId" is required!')
      }
      
      const value_Price_100 = obj["Price"]
      if (value_Price_100 !== undefined) {
        json += ",\"Price\":"
        json += asNumber(value_Price_100)
      } else {
        throw new Error('"Price" is required!')
      }
      
      const value_Posts_101 = obj["Posts"]
      if (value_Posts_101 !== undefined) {
        json += ",\"Posts\":"
        json += anonymous21(value_Posts_101)
      } else {
        throw new Error('"Posts" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous23 (obj) {
      // "#/definitions/FoundPostsModel/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/FoundPostsModel/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous16(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous16(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/MissingPostModel"
      function anonymous25 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_108 = obj["TweetId"]
      if (value_TweetId_108 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_108 !== 'string') {
          if (value_TweetId_108 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_108 instanceof Date) {
            json += asDateTime(value_TweetId_108)
          } else if (value_TweetId_108 instanceof RegExp) {
            json += asString(value_TweetId_108.source)
          } else {
            json += asString(value_TweetId_108.toString())
          }
        } else {
          json += asString(value_TweetId_108)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Reason_109 = obj["Reason"]
      if (value_Reason_109 !== undefined) {
        json += ",\"Reason\":"
        
        if (typeof value_Reason_109 !== 'string') {
          if (value_Reason_109 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Reason_109 instanceof Date) {
            json += asDateTime(value_Reason_109)
          } else if (value_Reason_109 instanceof RegExp) {
            json += asString(value_Reason_109.source)
          } else {
            json += asString(value_Reason_109.toString())
          }
        } else {
          json += asString(value_Reason_109)
        }
        
      } else {
        throw new Error('"Reason" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous24 (obj) {
      // "#/definitions/FoundPostsModel/properties/Missing"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/FoundPostsModel/properties/Missing' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous25(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous25(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/FoundPostsModel"
      function anonymous22 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Posts_105 = obj["Posts"]
      if (value_Posts_105 !== undefined) {
        json += "{\"Posts\":"
        json += anonymous23(value_Posts_105)
      } else {
        throw new Error('"Posts" is required!')
      }
      
      const value_Missing_106 = obj["Missing"]
      if (value_Missing_106 !== undefined) {
        json += ",\"Missing\":"
        json += anonymous24(value_Missing_106)
      } else {
        throw new Error('"Missing" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous27 (obj) {
      // "#/definitions/PostPageModel/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/PostPageModel/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous16(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous16(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/PostPageModel"
      function anonymous26 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Posts_112 = obj["Posts"]
      if (value_Posts_112 !== undefined) {
        json += "{\"Posts\":"
        json += anonymous27(value_Posts_112)
      } else {
        throw new Error('"Posts" is required!')
      }
      
      const value_NextToken_113 = obj["NextToken"]
      if (value_NextToken_113 !== undefined) {
        json += ",\"NextToken\":"
        
        if (typeof value_NextToken_113 !== 'string') {
          if (value_NextToken_113 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_NextToken_113 instanceof Date) {
            json += asDateTime(value_NextToken_113)
          } else if (value_NextToken_113 instanceof RegExp) {
            json += asString(value_NextToken_113.source)
          } else {
            json += asString(value_NextToken_113.toString())
          }
        } else {
          json += asString(value_NextToken_113)
        }
        
      } else {
        throw new Error('"NextToken" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/PostCountModel"
      function anonymous30 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Start_119 = obj["Start"]
      if (value_Start_119 !== undefined) {
        json += "{\"Start\":"
        
        if (typeof value_Start_119 !== 'string') {
          if (value_Start_119 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Start_119 instanceof Date) {
            json += asDateTime(value_Start_119)
          } else if (value_Start_119 instanceof RegExp) {
            json += asString(value_Start_119.source)
          } else {
            json += asString(value_Start_119.toString())
          }
        } else {
          json += asString(value_Start_119)
        }
        
      } else {
        throw new Error('"Start" is required!')
      }
      
      const value_End_120 = obj["End"]
      if (value_End_120 !== undefined) {
        json += ",\"End\":"
        
        if (typeof value_End_120 !== 'string') {
          if (value_End_120 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_End_120 instanceof Date) {
            json += asDateTime(value_End_120)
          } else if (value_End_120 instanceof RegExp) {
            json += asString(value_End_120.source)
          } else {
            json += asString(value_End_120.toString())
          }
        } else {
          json += asString(value_End_120)
        }
        
      } else {
        throw new Error('"End" is required!')
      }
      
      const value_Count_121 = obj["Count"]
      if (value_Count_121 !== undefined) {
        json += ",\"Count\":"
        json += asInteger(value_Count_121)
      } else {
        throw new Error('"Count" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous29 (obj) {
      // "#/definitions/PostCountsModel/properties/Counts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/PostCountsModel/properties/Counts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous30(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous30(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/PostCountsModel"
      function anonymous28 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Total_116 = obj["Total"]
      if (value_Total_116 !== undefined) {
        json += "{\"Total\":"
        json += asInteger(value_Total_116)
      } else {
        throw new Error('"Total" is required!')
      }
      
      const value_Counts_117 = obj["Counts"]
      if (value_Counts_117 !== undefined) {
        json += ",\"Counts\":"
        json += anonymous29(value_Counts_117)
      } else {
        throw new Error('"Counts" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/DeletedPostModel"
      function anonymous31 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_124 = obj["TweetId"]
      if (value_TweetId_124 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_124 !== 'string') {
          if (value_TweetId_124 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_124 instanceof Date) {
            json += asDateTime(value_TweetId_124)
          } else if (value_TweetId_124 instanceof RegExp) {
            json += asString(value_TweetId_124.source)
          } else {
            json += asString(value_TweetId_124.toString())
          }
        } else {
          json += asString(value_TweetId_124)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Deleted_125 = obj["Deleted"]
      if (value_Deleted_125 !== undefined) {
        json += ",\"Deleted\":"
        json += asBoolean(value_Deleted_125)
      } else {
        throw new Error('"Deleted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/UndoneRetweetModel"
      function anonymous32 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_128 = obj["TweetId"]
      if (value_TweetId_128 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_128 !== 'string') {
          if (value_TweetId_128 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_128 instanceof Date) {
            json += asDateTime(value_TweetId_128)
          } else if (value_TweetId_128 instanceof RegExp) {
            json += asString(value_TweetId_128.source)
          } else {
            json += asString(value_TweetId_128.toString())
          }
        } else {
          json += asString(value_TweetId_128)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Retweeted_129 = obj["Retweeted"]
      if (value_Retweeted_129 !== undefined) {
        json += ",\"Retweeted\":"
        json += asBoolean(value_Retweeted_129)
      } else {
        throw new Error('"Retweeted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/OperationSpendingModel"
      function anonymous35 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Operation_139 = obj["Operation"]
      if (value_Operation_139 !== undefined) {
        json += "{\"Operation\":"
        
        if (typeof value_Operation_139 !== 'string') {
          if (value_Operation_139 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Operation_139 instanceof Date) {
            json += asDateTime(value_Operation_139)
          } else if (value_Operation_139 instanceof RegExp) {
            json += asString(value_Operation_139.source)
          } else {
            json += asString(value_Operation_139.toString())
          }
        } else {
          json += asString(value_Operation_139)
        }
        
      } else {
        throw new Error('"Operation" is required!')
      }
      
      const value_SpentToday_140 = obj["SpentToday"]
      if (value_SpentToday_140 !== undefined) {
        json += ",\"SpentToday\":"
        json += asNumber(value_SpentToday_140)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_141 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_141 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_141)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_142 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_142 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_142)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous34 (obj) {
      // "#/definitions/SpendingModel/properties/ByOperation"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/SpendingModel/properties/ByOperation' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous35(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous35(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/FlowSpendingModel"
      function anonymous37 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Flow_145 = obj["Flow"]
      if (value_Flow_145 !== undefined) {
        json += "{\"Flow\":"
        
        if (typeof value_Flow_145 !== 'string') {
          if (value_Flow_145 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Flow_145 instanceof Date) {
            json += asDateTime(value_Flow_145)
          } else if (value_Flow_145 instanceof RegExp) {
            json += asString(value_Flow_145.source)
          } else {
            json += asString(value_Flow_145.toString())
          }
        } else {
          json += asString(value_Flow_145)
        }
        
      } else {
        throw new Error('"Flow" is required!')
      }
      
      const value_SpentToday_146 = obj["SpentToday"]
      if (value_SpentToday_146 !== undefined) {
        json += ",\"SpentToday\":"
        json += asNumber(value_SpentToday_146)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_147 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_147 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_147)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_148 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_148 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_148)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous36 (obj) {
      // "#/definitions/SpendingModel/properties/ByFlow"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/SpendingModel/properties/ByFlow' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous37(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous37(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/DaySpendingModel"
      function anonymous39 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Day_151 = obj["Day"]
      if (value_Day_151 !== undefined) {
        json += "{\"Day\":"
        
        if (typeof value_Day_151 !== 'string') {
          if (value_Day_151 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Day_151 instanceof Date) {
            json += asDateTime(value_Day_151)
          } else if (value_Day_151 instanceof RegExp) {
            json += asString(value_Day_151.source)
          } else {
            json += asString(value_Day_151.toString())
          }
        } else {
          json += asString(value_Day_151)
        }
        
      } else {
        throw new Error('"Day" is required!')
      }
      
      const value_Operation_152 = obj["Operation"]
      if (value_Operation_152 !== undefined) {
        json += ",\"Operation\":"
        
        if (typeof value_Operation_152 !== 'string') {
          if (value_Operation_152 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Operation_152 instanceof Date) {
            json += asDateTime(value_Operation_152)
          } else if (value_Operation_152 instanceof RegExp) {
            json += asString(value_Operation_152.source)
          } else {
            json += asString(value_Operation_152.toString())
          }
        } else {
          json += asString(value_Operation_152)
        }
        
      } else {
        throw new Error('"Operation" is required!')
      }
      
      const value_Spent_153 = obj["Spent"]
      if (value_Spent_153 !== undefined) {
        json += ",\"Spent\":"
        json += asNumber(value_Spent_153)
      } else {
        throw new Error('"Spent" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous38 (obj) {
      // "#/definitions/SpendingModel/properties/ByDay"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/SpendingModel/properties/ByDay' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous39(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous39(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/BudgetModel"
      function anonymous41 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Budget_156 = obj["Budget"]
      if (value_Budget_156 !== undefined) {
        json += "{\"Budget\":"
        
        if (typeof value_Budget_156 !== 'string') {
          if (value_Budget_156 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Budget_156 instanceof Date) {
            json += asDateTime(value_Budget_156)
          } else if (value_Budget_156 instanceof RegExp) {
            json += asString(value_Budget_156.source)
          } else {
            json += asString(value_Budget_156.toString())
          }
        } else {
          json += asString(value_Budget_156)
        }
        
      } else {
        throw new Error('"Budget" is required!')
      }
      
      const value_Limit_157 = obj["Limit"]
      if (value_Limit_157 !== undefined) {
        json += ",\"Limit\":"
        json += asNumber(value_Limit_157)
      } else {
        throw new Error('"Limit" is required!')
      }
      
      const value_Spent_158 = obj["Spent"]
      if (value_Spent_158 !== undefined) {
        json += ",\"Spent\":"
        json += asNumber(value_Spent_158)
      } else {
        throw new Error('"Spent" is required!')
      }
      
      const value_Left_159 = obj["Left"]
      if (value_Left_159 !== undefined) {
        json += ",\"Left\":"
        json += asNumber(value_Left_159)
      } else {
        throw new Error('"Left" is required!')
      }
      
      const value_BeginsAnew_160 = obj["BeginsAnew"]
      if (value_BeginsAnew_160 !== undefined) {
        json += ",\"BeginsAnew\":"
        
        if (typeof value_BeginsAnew_160 !== 'string') {
          if (value_BeginsAnew_160 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_BeginsAnew_160 instanceof Date) {
            json += asDateTime(value_BeginsAnew_160)
          } else if (value_BeginsAnew_160 instanceof RegExp) {
            json += asString(value_BeginsAnew_160.source)
          } else {
            json += asString(value_BeginsAnew_160.toString())
          }
        } else {
          json += asString(value_BeginsAnew_160)
        }
        
      } else {
        throw new Error('"BeginsAnew" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous40 (obj) {
      // "#/definitions/SpendingModel/properties/Budgets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/definitions/SpendingModel/properties/Budgets' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous41(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous41(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/definitions/SpendingModel"
      function anonymous33 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_SpentToday_132 = obj["SpentToday"]
      if (value_SpentToday_132 !== undefined) {
        json += "{\"SpentToday\":"
        json += asNumber(value_SpentToday_132)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_133 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_133 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_133)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_134 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_134 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_134)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
      const value_ConnectionSpentToday_135 = obj["ConnectionSpentToday"]
      if (value_ConnectionSpentToday_135 !== undefined) {
        json += ",\"ConnectionSpentToday\":"
        json += asNumber(value_ConnectionSpentToday_135)
      } else {
        throw new Error('"ConnectionSpentToday" is required!')
      }
      
      const value_ConnectionSpentThisMonth_136 = obj["ConnectionSpentThisMonth"]
      if (value_ConnectionSpentThisMonth_136 !== undefined) {
        json += ",\"ConnectionSpentThisMonth\":"
        json += asNumber(value_ConnectionSpentThisMonth_136)
      } else {
        throw new Error('"ConnectionSpentThisMonth" is required!')
      }
      
      const value_ByOperation_137 = obj["ByOperation"]
      if (value_ByOperation_137 !== undefined) {
        json += ",\"ByOperation\":"
        json += anonymous34(value_ByOperation_137)
      } else {
        throw new Error('"ByOperation" is required!')
      }
      
      const value_ByFlow_143 = obj["ByFlow"]
      if (value_ByFlow_143 !== undefined) {
        json += ",\"ByFlow\":"
        json += anonymous36(value_ByFlow_143)
      } else {
        throw new Error('"ByFlow" is required!')
      }
      
      const value_ByDay_149 = obj["ByDay"]
      if (value_ByDay_149 !== undefined) {
        json += ",\"ByDay\":"
        json += anonymous38(value_ByDay_149)
      } else {
        throw new Error('"ByDay" is required!')
      }
      
      const value_Budgets_154 = obj["Budgets"]
      if (value_Budgets_154 !== undefined) {
        json += ",\"Budgets\":"
        json += anonymous40(value_Budgets_154)
      } else {
        throw new Error('"Budgets" is required!')
      }
      
      const value_PricesOf_161 = obj["PricesOf"]
      if (value_PricesOf_161 !== undefined) {
        json += ",\"PricesOf\":"
        
        if (typeof value_PricesOf_161 !== 'string') {
          if (value_PricesOf_161 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PricesOf_161 instanceof Date) {
            json += asDateTime(value_PricesOf_161)
          } else if (value_PricesOf_161 instanceof RegExp) {
            json += asString(value_PricesOf_161.source)
          } else {
            json += asString(value_PricesOf_161.toString())
          }
        } else {
          json += asString(value_PricesOf_161)
        }
        
      } else {
        throw new Error('"PricesOf" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/SpendingLimitModel"
      function anonymous42 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_PerDay_164 = obj["PerDay"]
      if (value_PerDay_164 !== undefined) {
        json += "{\"PerDay\":"
        
      if (value_PerDay_164 === null) {
        json += JSON_STR_NULL
      } else {
    json += asNumber(value_PerDay_164)
      }
    
      } else {
        throw new Error('"PerDay" is required!')
      }
      
      const value_PerMonth_165 = obj["PerMonth"]
      if (value_PerMonth_165 !== undefined) {
        json += ",\"PerMonth\":"
        
      if (value_PerMonth_165 === null) {
        json += JSON_STR_NULL
      } else {
    json += asNumber(value_PerMonth_165)
      }
    
      } else {
        throw new Error('"PerMonth" is required!')
      }
      
      const value_HoldsFrom_166 = obj["HoldsFrom"]
      if (value_HoldsFrom_166 !== undefined) {
        json += ",\"HoldsFrom\":"
        
        if (typeof value_HoldsFrom_166 !== 'string') {
          if (value_HoldsFrom_166 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_HoldsFrom_166 instanceof Date) {
            json += asDateTime(value_HoldsFrom_166)
          } else if (value_HoldsFrom_166 instanceof RegExp) {
            json += asString(value_HoldsFrom_166.source)
          } else {
            json += asString(value_HoldsFrom_166.toString())
          }
        } else {
          json += asString(value_HoldsFrom_166)
        }
        
      } else {
        throw new Error('"HoldsFrom" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/definitions/SearchCostModel"
      function anonymous43 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Source_169 = obj["Source"]
      if (value_Source_169 !== undefined) {
        json += "{\"Source\":"
        
        if (typeof value_Source_169 !== 'string') {
          if (value_Source_169 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Source_169 instanceof Date) {
            json += asDateTime(value_Source_169)
          } else if (value_Source_169 instanceof RegExp) {
            json += asString(value_Source_169.source)
          } else {
            json += asString(value_Source_169.toString())
          }
        } else {
          json += asString(value_Source_169)
        }
        
      } else {
        throw new Error('"Source" is required!')
      }
      
      const value_Matches_170 = obj["Matches"]
      if (value_Matches_170 !== undefined) {
        json += ",\"Matches\":"
        json += asInteger(value_Matches_170)
      } else {
        throw new Error('"Matches" is required!')
      }
      
      const value_MatchesPerHour_171 = obj["MatchesPerHour"]
      if (value_MatchesPerHour_171 !== undefined) {
        json += ",\"MatchesPerHour\":"
        json += asNumber(value_MatchesPerHour_171)
      } else {
        throw new Error('"MatchesPerHour" is required!')
      }
      
      const value_MatchesPerDay_172 = obj["MatchesPerDay"]
      if (value_MatchesPerDay_172 !== undefined) {
        json += ",\"MatchesPerDay\":"
        json += asNumber(value_MatchesPerDay_172)
      } else {
        throw new Error('"MatchesPerDay" is required!')
      }
      
      const value_PricePerPost_173 = obj["PricePerPost"]
      if (value_PricePerPost_173 !== undefined) {
        json += ",\"PricePerPost\":"
        json += asNumber(value_PricePerPost_173)
      } else {
        throw new Error('"PricePerPost" is required!')
      }
      
      const value_PollIntervalMinutes_174 = obj["PollIntervalMinutes"]
      if (value_PollIntervalMinutes_174 !== undefined) {
        json += ",\"PollIntervalMinutes\":"
        json += asInteger(value_PollIntervalMinutes_174)
      } else {
        throw new Error('"PollIntervalMinutes" is required!')
      }
      
      const value_TriggerPerMonth_175 = obj["TriggerPerMonth"]
      if (value_TriggerPerMonth_175 !== undefined) {
        json += ",\"TriggerPerMonth\":"
        json += asNumber(value_TriggerPerMonth_175)
      } else {
        throw new Error('"TriggerPerMonth" is required!')
      }
      
      const value_HourlyActionPerMonth_176 = obj["HourlyActionPerMonth"]
      if (value_HourlyActionPerMonth_176 !== undefined) {
        json += ",\"HourlyActionPerMonth\":"
        json += asNumber(value_HourlyActionPerMonth_176)
      } else {
        throw new Error('"HourlyActionPerMonth" is required!')
      }
      
      const value_PricesOf_177 = obj["PricesOf"]
      if (value_PricesOf_177 !== undefined) {
        json += ",\"PricesOf\":"
        
        if (typeof value_PricesOf_177 !== 'string') {
          if (value_PricesOf_177 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PricesOf_177 instanceof Date) {
            json += asDateTime(value_PricesOf_177)
          } else if (value_PricesOf_177 instanceof RegExp) {
            json += asString(value_PricesOf_177.source)
          } else {
            json += asString(value_PricesOf_177.toString())
          }
        } else {
          json += asString(value_PricesOf_177)
        }
        
      } else {
        throw new Error('"PricesOf" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
  return {
    "TriggerBatchResponse[TweetModel]": anonymous1,
    "TweetResponseModel": anonymous13,
    "TweetModel": anonymous3,
    "UserDetailsModel": anonymous12,
    "TriggerBatchResponse[PostModel]": anonymous14,
    "PublishedPostModel": anonymous19,
    "PublishedThreadModel": anonymous20,
    "PostModel": anonymous16,
    "FoundPostsModel": anonymous22,
    "PostPageModel": anonymous26,
    "PostCountsModel": anonymous28,
    "DeletedPostModel": anonymous31,
    "UndoneRetweetModel": anonymous32,
    "SpendingModel": anonymous33,
    "SpendingLimitModel": anonymous42,
    "SearchCostModel": anonymous43,
  };
})(null, new Serializer());
